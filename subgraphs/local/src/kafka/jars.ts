import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const cache = join(import.meta.dirname, '../../../../node_modules/.cache/kafka');
const limitMs = 10 * 60_000;

/**
 * The folder with the broker's jars; the first time Maven fetches them from Maven Central.
 * @throws Error with what Maven said when they can't be had
 */
export async function kafkaJars(): Promise<string> {
  const jars = join(cache, 'jars');
  if (existsSync(jars)) return jars;
  const unfinished = join(cache, `jars-${process.pid}`);
  await mkdir(unfinished, { recursive: true });
  try {
    await run('mvn', mavenArguments(unfinished), { timeout: limitMs });
    await rename(unfinished, jars);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(jars))
      throw new Error('Maven could not fetch the Kafka broker.', { cause: error });
  }
  return jars;
}

const mavenArguments = (folder: string) => [
  '--quiet',
  '--batch-mode',
  `--file=${join(import.meta.dirname, 'pom.xml')}`,
  'dependency:copy-dependencies',
  '-DincludeScope=runtime',
  `-DoutputDirectory=${folder}`,
];
