import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openMessageLog } from '@finflow/shared/bus/open-bus';
import { pauseFor } from '@finflow/shared/bus/wait';
import { freePort } from '@finflow/shared/testing/free-port';
import { kafkaJars } from './jars.ts';

export interface KafkaBroker {
  /** host:port, the same after a restart. */
  readonly brokers: readonly string[];
  /** Ends it properly and removes its data. */
  stop(): Promise<void>;
  /** Kills it as a power cut would. Its data stays. */
  kill(): Promise<void>;
  /** Ends it properly if it runs, and starts it on the same data and port. */
  restart(): Promise<void>;
}

const startWithinMs = 60_000;
const memory = ['-Xmx512m', '-Xms128m'];

/** Starts a real Kafka broker (KRaft, one node) in a temporary folder, and waits until it answers. */
export async function startKafkaBroker(): Promise<KafkaBroker> {
  const jars = await kafkaJars();
  const folder = await mkdtemp(join(tmpdir(), 'finflow-kafka-'));
  const [port, controllerPort] = [await freePort(), await freePort()];
  const properties = join(folder, 'server.properties');
  await writeFile(properties, settings(folder, port, controllerPort));
  const java = (main: string, ...args: string[]) => [
    ...memory,
    '-cp',
    join(jars, '*'),
    main,
    ...args,
  ];
  const format = java('kafka.tools.StorageTool', 'format', '-t', clusterId(), '-c', properties);
  await promisify(execFile)('java', format);

  const brokers = [`127.0.0.1:${port}`];
  let broker: ChildProcess | undefined;

  async function start(): Promise<void> {
    broker = spawn('java', java('kafka.Kafka', properties), { stdio: 'ignore', cwd: folder });
    await untilReady(broker, port);
  }

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const running = broker;
    broker = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const exited = once(running, 'exit');
    running.kill(signal);
    await exited;
  }

  process.once('exit', () => broker?.kill('SIGKILL'));
  await start();
  return {
    brokers,
    stop: async () => {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
    kill: () => end('SIGKILL'),
    restart: async () => {
      await end('SIGTERM');
      await start();
    },
  };
}

/** 16 random bytes in base64url, as Kafka wants it; never with a dash first, that reads as an option. */
function clusterId(): string {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? clusterId() : id;
}

async function untilReady(broker: ChildProcess, port: number): Promise<void> {
  const end = performance.now() + startWithinMs;
  while (!(await isListening(port))) {
    if (broker.exitCode !== null) throw new Error(`Kafka ended with code ${broker.exitCode}.`);
    if (performance.now() > end) throw new Error('Kafka did not start to listen.');
    await pauseFor(100);
  }
  const log = await openMessageLog({ kind: 'kafka', brokers: [`127.0.0.1:${port}`] });
  await log.ping();
  await log.close();
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false; // Refused is the answer that was asked for.
  } finally {
    socket.destroy();
  }
}

/** One node that is broker and controller, on the loopback address; small, since it serves tests. */
const settings = (folder: string, port: number, controllerPort: number): string => `
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controllerPort}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}
controller.listener.names=CONTROLLER
log.dirs=${join(folder, 'data')}
auto.create.topics.enable=false
broker.session.timeout.ms=2000
broker.heartbeat.interval.ms=500
log.retention.ms=-1
offsets.topic.num.partitions=2
offsets.topic.replication.factor=1
transaction.state.log.num.partitions=2
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
num.network.threads=2
num.io.threads=4
`;
