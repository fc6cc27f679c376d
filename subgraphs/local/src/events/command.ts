import { parseArgs } from 'node:util';
import type { Bus } from '@finflow/shared/bus/bus';
import { isTopic, type Topic, topics } from '@finflow/shared/events/topics';

export interface CommandRoom {
  readonly bus: Bus;
  /** Writes one line for the operator. */
  readonly print: (line: string) => void;
}

/** The rooms that listen; the gateway's feeds remember nothing, so there is nothing of theirs to look at. */
const groups = ['payments', 'accounting', 'analytics'];
const maxLetters = 1_000;

export const usage = `npm run events -- COMMAND
  lag [GROUP]               how many events each group (${groups.join(', ')}) has not taken from the log yet;
                            finflow_consumer_lag_events also counts what waits for its organization's turn
  dead-letters              what could not be handled, and why
  redrive                   sends dead letters back to their topics, once the fault is mended
  replay GROUP [TOPIC ...]  everything comes to a group again from the beginning; stop its process first on Kafka`;

/** Does what an operator asked of the event log. Returns false when it was not understood. */
export async function runEventsCommand(
  args: readonly string[],
  { bus, print }: CommandRoom,
): Promise<boolean> {
  const [command = '', ...words] = parseArgs({
    args: [...args],
    allowPositionals: true,
  }).positionals;
  switch (command) {
    case 'lag':
      await printLag(words.length === 0 ? groups : words, { bus, print });
      return true;
    case 'dead-letters':
      await printDeadLetters({ bus, print });
      return true;
    case 'redrive':
      print(`${await bus.redrive()} sent back.`);
      return true;
    case 'replay':
      return replay(words, { bus, print });
    default:
      print(usage);
      return false;
  }
}

async function printLag(names: readonly string[], { bus, print }: CommandRoom): Promise<void> {
  for (const group of names) {
    const lags = await bus.lag(group);
    if (lags.length === 0) print(`${group}: has never read`);
    for (const { topic, messages } of lags) print(`${group} ${topic}: ${messages}`);
  }
}

async function printDeadLetters({ bus, print }: CommandRoom): Promise<void> {
  const letters = await bus.deadLetters(maxLetters);
  for (const { buriedAt, consumer, message, attempts, error } of letters) {
    print(
      `${buriedAt} ${consumer} ${message.topic} ${message.key} after ${attempts} attempts: ${error.name}: ${error.message}`,
    );
  }
  print(`${letters.length} dead letters${letters.length === maxLetters ? ' or more' : ''}.`);
}

async function replay(
  [group, ...names]: readonly string[],
  { bus, print }: CommandRoom,
): Promise<boolean> {
  const unknown = names.find((name) => !isTopic(name));
  if (group === undefined || unknown !== undefined) {
    print(unknown === undefined ? usage : `${unknown} is no topic.`);
    return false;
  }
  const chosen: readonly Topic[] =
    names.length === 0 ? await readBy(bus, group) : names.filter(isTopic);
  await bus.rewind(group, chosen);
  print(`${group} begins again with: ${chosen.join(', ')}. Effects that happened stay single.`);
  return true;
}

async function readBy(bus: Bus, group: string): Promise<readonly Topic[]> {
  const read = new Set((await bus.lag(group)).map(({ topic }) => topic));
  return topics.filter((topic) => read.has(topic));
}
