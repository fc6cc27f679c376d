import { ApiError, invalidRequest } from './api/api-error.ts';
import { identify, type Keys } from './api/credentials.ts';
import { parseForm, type Params } from './api/form.ts';
import { oneOf, requiredInteger, requiredText } from './api/params.ts';
import type { Control } from './control.ts';
import { type HttpAnswer, type HttpRequest, json } from './http.ts';
import type { KnobBoard, Knobs } from './knobs.ts';

/**
 * The knobs and the control from outside the process, with the secret key as bearer:
 * GET and POST /_sandbox/knobs (JSON), DELETE resets them; POST /_sandbox/control/<action> (form).
 */
export function createControlApi({
  knobs,
  control,
  keys,
}: {
  knobs: KnobBoard;
  control: Control;
  keys: Keys;
}): (request: HttpRequest) => HttpAnswer {
  return (request) => {
    try {
      if (identify(keys, request) !== 'secret') {
        throw new ApiError(403, { type: 'invalid_request_error', message: 'Use the secret key.' });
      }
      const path = request.url.pathname;
      if (path === '/_sandbox/knobs') return json(200, turnKnobs(knobs, request));
      if (request.method === 'POST' && path.startsWith('/_sandbox/control/')) {
        const action = path.slice('/_sandbox/control/'.length);
        return json(200, runAction(control, action, parseForm(request.body)));
      }
      throw new ApiError(404, { type: 'invalid_request_error', message: `No such page: ${path}` });
    } catch (error) {
      if (error instanceof ApiError) return json(error.status, { error: error.body });
      throw error;
    }
  };
}

function turnKnobs(knobs: KnobBoard, request: HttpRequest): Knobs {
  if (request.method === 'GET') return knobs.current();
  if (request.method === 'DELETE') return knobs.reset();
  try {
    const changes: unknown = JSON.parse(request.body);
    if (typeof changes !== 'object' || changes === null) throw new RangeError('Send an object.');
    return knobs.set(changes);
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) {
      throw invalidRequest(error.message);
    }
    throw error;
  }
}

function runAction(control: Control, action: string, params: Params): object {
  const intent = () => requiredText(params, 'payment_intent');
  switch (action) {
    case 'succeed_processing':
      return control.succeedProcessing(intent());
    case 'fail_processing':
      return control.failProcessing(intent());
    case 'complete_authentication':
      return control.completeAuthentication(intent());
    case 'fail_authentication':
      return control.failAuthentication(intent());
    case 'open_dispute':
      return control.openDispute(requiredText(params, 'charge'));
    case 'close_dispute':
      return control.closeDispute(
        requiredText(params, 'dispute'),
        oneOf(params, 'result', ['won', 'lost']) ?? 'lost',
      );
    case 'pay_out':
      return control.payOut(requiredText(params, 'currency'));
    case 'redeliver':
      control.redeliver(requiredText(params, 'event'));
      return {};
    case 'advance':
      control.advance(requiredInteger(params, 'milliseconds'));
      return {};
    default:
      throw new ApiError(404, {
        type: 'invalid_request_error',
        message: `No such action: ${action}`,
      });
  }
}
