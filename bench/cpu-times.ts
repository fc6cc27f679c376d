import { readFileSync } from 'node:fs';
import { rounded } from './statistics.ts';

/** Ticks since the machine started, over all its CPUs. */
export type CpuTimes = { readonly all: number; readonly idle: number; readonly stolen: number };

/** As Linux tells them (proc(5), /proc/stat): user, nice, system, idle, iowait, irq, softirq, steal. */
export function readCpuTimes(): CpuTimes {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const ticks = line.split(/ +/).slice(1, 9).map(Number);
  const [, , , idle = 0, waiting = 0, , , stolen = 0] = ticks;
  return { all: ticks.reduce((sum, own) => sum + own, 0), idle: idle + waiting, stolen };
}

/** Shares of the time between two readings: nothing to do, and taken by other machines of the same host. */
export function cpuShares(before: CpuTimes, after: CpuTimes) {
  const all = after.all - before.all || 1;
  return {
    idleShare: rounded((after.idle - before.idle) / all, 3),
    stolenShare: rounded((after.stolen - before.stolen) / all, 3),
  };
}
