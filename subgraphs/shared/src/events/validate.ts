import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { type FinflowEvent, topicOf } from './envelope.ts';
import { type Topic, topics } from './topics.ts';

/** Bytes that are no event of the contract: no repetition will make them one. */
export class InvalidEvent extends Error {
  override readonly name = 'InvalidEvent';
}

/**
 * Checks envelope and data against the JSON Schemas. Both sides call it: who publishes and who consumes.
 * @throws InvalidEvent with every path that is wrong
 */
export function checkEvent(value: unknown): FinflowEvent {
  const validators = compiled();
  mustPass(validators.envelope, value);
  const event = value as FinflowEvent; // The envelope's schema has just said so; its data comes next.
  const validator = validators.data.get(event.type);
  if (!validator) throw new InvalidEvent(`No schema for the event type ${event.type}.`);
  mustPass(validator, event.data);
  return event;
}

/**
 * Reads an event from the bytes of a topic.
 * @throws InvalidEvent when they are no JSON, no event, or one of another topic
 */
export function parseEvent(text: string, topic: string): FinflowEvent {
  const event = checkEvent(parseJson(text));
  if (topicOf(event) !== topic) throw new InvalidEvent(`${event.type} is on the topic ${topic}.`);
  return event;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InvalidEvent('It is not JSON.', { cause: error });
  }
}

function mustPass(validator: ValidateFunction, value: unknown): void {
  if (validator(value)) return;
  const problems = (validator.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || '/'} ${message}`,
  );
  throw new InvalidEvent(problems.join('; '));
}

interface Validators {
  readonly envelope: ValidateFunction;
  readonly data: ReadonlyMap<string, ValidateFunction>;
}

let validators: Validators | undefined;

/** Compiled at the first event, not at import. */
function compiled(): Validators {
  validators ??= compile();
  return validators;
}

function compile(): Validators {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  formats.default(ajv);
  ajv.addSchema(readSchema('definitions'));
  return {
    envelope: ajv.compile(readSchema('envelope')),
    data: new Map(topics.map((topic) => [`finflow.${topic}.v1`, ajv.compile(readSchema(topic))])),
  };
}

const readSchema = (name: Topic | 'definitions' | 'envelope'): object =>
  JSON.parse(readFileSync(`${import.meta.dirname}/schemas/${name}.v1.json`, 'utf8'));
