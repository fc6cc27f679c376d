/**
 * Loaded before a gateway (`node --import`): tells who started it, whenever he asks, how long the event loop stood still at most since he
 * asked last, and how much CPU the process used.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';

export type LoopStops = { readonly longestMs: number; readonly cpuMs: number };

const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();
let usedBefore = process.cpuUsage();

process.on('message', () => {
  const { user, system } = process.cpuUsage(usedBefore);
  const stops: LoopStops = { longestMs: delays.max / 1e6, cpuMs: (user + system) / 1_000 };
  delays.reset();
  usedBefore = process.cpuUsage();
  process.send?.(stops);
});
