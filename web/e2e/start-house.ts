import { type HouseProcess, startHouseProcess } from './house-process.ts';

declare global {
  var finflowHouse: HouseProcess | undefined;
}

/** One house with the sample company for all journeys; each journey registers companies of its own. */
export default async function startHouse(): Promise<void> {
  globalThis.finflowHouse = await startHouseProcess();
  process.env['FINFLOW_HOUSE_URL'] = globalThis.finflowHouse.url;
  process.env['FINFLOW_HOUSE_FOLDER'] = globalThis.finflowHouse.folder;
}
