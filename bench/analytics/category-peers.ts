/**
 * Scores what the peers said of each task's test part, by the code that scores ours, and keeps the figures beside this file:
 *
 *   PYTHON bench/analytics/category-peers.py DATA_FOLDER [task ...] | npx node bench/analytics/category-peers.ts DATA_FOLDER
 *
 * Rows that are not made anew stay.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { printLine } from '../print.ts';
import { judge, type Line } from './category-runs.ts';
import { readTrial, type Trial } from './category-trials.ts';

/** A peer's figures; what says no chances has no calibration. */
export type PeerLine = Omit<Line, 'calibrationError' | 'calibrationErrorOfMerchants'> & {
  readonly calibrationError: number | null;
  readonly calibrationErrorOfMerchants: number | null;
};

type Peers = Record<string, Record<string, PeerLine>>;

/** What one model said of one task: a score of each category for each text, chances where it says so. */
type Answers = {
  readonly task: string;
  readonly name: string;
  readonly saysChances: boolean;
  readonly rowsToTrain: number;
  readonly categories: readonly string[];
  readonly trainingSeconds: number;
  readonly microsecondsEach: number;
  readonly said: Readonly<Record<string, readonly number[]>>;
};

const rounded = (value: number): number => Number(value.toFixed(4));

const file = new URL('category-peers.json', import.meta.url);

/** The peers' figures of a task, as they were measured last. */
export const peersOf = (task: string): readonly PeerLine[] =>
  Object.values(readPeers()[task] ?? {});

if (import.meta.main) await score();

async function score(): Promise<void> {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Which folder has the data?');
  for await (const line of createInterface({ input: process.stdin })) {
    const answers: Answers = JSON.parse(line);
    const scored = lineOf(readTrial(folder, answers.task), answers);
    const peers = readPeers();
    const ofTask = { ...peers[answers.task], [scored.name]: scored };
    const all: Peers = { ...peers, [answers.task]: ofTask };
    writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
    printLine(`${answers.task}, ${scored.name}: ${scored.accuracy}`);
  }
}

/** Fails where the peer was trained on other rows, knows other categories, or said nothing of a text. */
function lineOf(trial: Trial, answers: Answers): PeerLine {
  const places = trial.categories.map((category) => answers.categories.indexOf(category));
  if (answers.rowsToTrain !== trial.train.length || places.includes(-1))
    throw new RangeError(`${answers.name} was trained on something else than ${answers.task}.`);
  const scores = judge(trial, ({ text }) => {
    const said = answers.said[text];
    if (said === undefined) throw new RangeError(`${answers.name} said nothing of ${text}.`);
    return Float64Array.from(places, (place) => said[place] ?? Number.NaN);
  });
  const { calibrationError, calibrationErrorOfMerchants } = scores;
  const chance = (value: number) => (answers.saysChances ? rounded(value) : null);
  return {
    name: answers.name,
    accuracy: rounded(scores.accuracy),
    macroF1: rounded(scores.macroF1),
    top3: rounded(scores.top3),
    unseen: rounded(scores.unseen),
    unseenCount: scores.unseenCount,
    calibrationError: chance(calibrationError),
    calibrationErrorOfMerchants: chance(calibrationErrorOfMerchants),
    trainingSeconds: Math.round(answers.trainingSeconds),
    microsecondsEach: Math.round(answers.microsecondsEach),
  };
}

function readPeers(): Peers {
  const peers: Peers = JSON.parse(readFileSync(file, 'utf8'));
  return peers;
}
