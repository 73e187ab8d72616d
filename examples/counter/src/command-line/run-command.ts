import { databaseSetting, readConfig } from '../config.js';
import { openRecords } from '../records/open-records.js';
import type { Records } from '../records/records.js';
import { failureToSay, settingOf } from '../start-failure.js';
import { Wrong } from './person-of.js';

/** Runs a command; what whoever typed it can mend is said without a trace of the program. */
export async function runCommand(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    console.error(error instanceof Wrong ? error.message : failureToSay(error));
    process.exitCode = 1;
  }
}

/** The records that DATA or DATABASE_URL names. */
export async function recordsNamed(): Promise<Records> {
  const config = readConfig(process.env);
  return (await settingOf(databaseSetting(config), openRecords(config))).records;
}
