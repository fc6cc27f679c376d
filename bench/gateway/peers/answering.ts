import type { ChildProcess } from 'node:child_process';

const startTimeoutMs = 180_000;
const pauseMs = 200;

/**
 * Waits until a gateway answers.
 * @throws Error when it ended before, or took too long
 */
export async function answering(url: string, child: ChildProcess): Promise<void> {
  const untilMs = Date.now() + startTimeoutMs;
  while (Date.now() < untilMs && child.exitCode === null) {
    if (await answers(url)) return;
    await new Promise((done) => setTimeout(done, pauseMs));
  }
  child.kill();
  throw new Error(`${url} does not answer`);
}

/** A port that nobody listens at yet is what is waited for. */
const answers = (url: string): Promise<boolean> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __typename }' }),
  }).then(
    (response) => response.ok,
    () => false,
  );
