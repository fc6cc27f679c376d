import type { HouseProcess } from './house-process.ts';

declare global {
  var finflowHouse: HouseProcess | undefined;
}

export default async function stopHouse(): Promise<void> {
  await globalThis.finflowHouse?.stop();
}
