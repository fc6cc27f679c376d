import { setTimeout as pause } from 'node:timers/promises';
import { type HttpAnswer, type HttpRequest, json } from '../http.ts';
import { newId } from '../ids.ts';
import { apiRoutes } from '../resources/routes.ts';
import { API_VERSION, type World } from '../world.ts';
import { ApiError } from './api-error.ts';
import { type Caller, type Keys, identify } from './credentials.ts';
import { expand } from './expand.ts';
import { type Params, parseForm } from './form.ts';
import { type Attempt, createIdempotency, type Idempotency } from './idempotency.ts';
import { type Answer, matchPath, type Route } from './route.ts';

/** Answers everything under /v1 as Stripe does. */
export function createApi(world: World, keys: Keys): (request: HttpRequest) => Promise<HttpAnswer> {
  const idempotency = createIdempotency(world.store, {
    secret: keys.secretKey,
    nowMs: world.nowMs,
  });
  return async (request) => {
    const requestId = newId('req');
    const version = request.header('stripe-version') ?? API_VERSION;
    const key = request.header('idempotency-key');
    const headers = {
      'request-id': requestId,
      'stripe-version': version,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
    try {
      return await answer({ world, keys, idempotency, requestId, headers }, request);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return json(error.status, { error: error.body }, headers);
    }
  };
}

interface Handling {
  readonly world: World;
  readonly keys: Keys;
  readonly idempotency: Idempotency;
  readonly requestId: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function answer(handling: Handling, request: HttpRequest): Promise<HttpAnswer> {
  const { keys, idempotency, requestId, headers } = handling;
  const form = request.method === 'POST' ? request.body : request.url.search.slice(1);
  const params = parseForm(form);
  const caller = identify(keys, request, params);
  const { route, id } = findRoute(request, caller);
  const key = request.method === 'POST' ? request.header('idempotency-key') : undefined;
  const operation = { route, id, params, caller };
  if (key === undefined) return finish(handling, change(handling, operation, null), request);

  // The caller's kind belongs to the request: the payer's key never gets the secret key's answer.
  const attempt: Attempt = {
    key,
    path: request.url.pathname,
    form: `${caller}?${form}`,
    requestId,
  };
  const replayed = idempotency.begin(attempt);
  if (replayed !== null) {
    const { answer: stored, requestId: original } = replayed;
    const marks = { 'idempotent-replayed': 'true', 'original-request': original };
    return json(stored.status, stored.body, { ...headers, ...marks });
  }
  try {
    return await finish(handling, change(handling, operation, attempt), request);
  } finally {
    idempotency.end(attempt);
  }
}

interface Operation {
  readonly route: Route;
  readonly id: string;
  readonly params: Params;
  readonly caller: Caller;
}

/** The whole operation is one transaction: the objects, their events and the remembered answer. */
function change(handling: Handling, operation: Operation, attempt: Attempt | null): Answer {
  const { requestId, idempotency } = handling;
  const cause = { requestId, idempotencyKey: attempt?.key ?? null };
  const world: World = { ...handling.world, cause };
  const { route, id, params, caller } = operation;
  return world.store.transaction(() => {
    const isPublishable = caller === 'publishable';
    const plain = route.handle({ world, id, params, isPublishable });
    const isExpandable = plain.status === 200 && !isPublishable;
    const body = isExpandable ? expand(world.store, plain.body, params) : plain.body;
    const result = { status: plain.status, body };
    if (attempt !== null) idempotency.remember(attempt, result);
    return result;
  });
}

/** The state has changed; now the way back to the caller may be slow or broken. */
async function finish(
  { world, headers }: Handling,
  result: Answer,
  request: HttpRequest,
): Promise<HttpAnswer> {
  const { latencyMs } = world.knobs.current();
  if (latencyMs > 0) await pause(latencyMs);
  if (request.method !== 'GET' && world.knobs.take('failAfterCommit')) {
    const message = 'The sandbox lost this answer on purpose (knob failAfterCommit).';
    return json(500, { error: { type: 'api_error', message } }, headers);
  }
  return json(result.status, result.body, headers);
}

function findRoute(request: HttpRequest, caller: Caller): { route: Route; id: string } {
  const path = request.url.pathname;
  for (const route of apiRoutes) {
    const match = route.method === request.method ? matchPath(route, path) : null;
    if (match === null) continue;
    if (caller === 'secret' || route.isPublic) return { route, id: match.id };
    throw new ApiError(403, {
      type: 'invalid_request_error',
      message:
        'This API call cannot be made with a publishable API key. Please use a secret API key.',
      code: 'secret_key_required',
    });
  }
  throw new ApiError(404, {
    type: 'invalid_request_error',
    message: `Unrecognized request URL (${request.method}: ${path}). The sandbox has no such endpoint.`,
  });
}
