import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { type ServedEvermend, serveEvermend } from "./serveEvermend.ts";
import { atEnd, testDatabase } from "./testDatabase.ts";

export type { ServedEvermend };

/** Evermend served to a test file, on a database of its own, with the clock at this instant. */
export async function servedEvermend(now: string): Promise<ServedEvermend> {
  const { address } = await testDatabase();
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), "evermend-served-"));
  atEnd(() => rm(dataFolder, { recursive: true, force: true }));
  const { host, port, user, password, database } = address;
  const where = `${encodeURIComponent(host)}:${port}`;
  const databaseUrl = `postgres://${user}:${encodeURIComponent(password)}@${where}/${database}`;
  const served = await serveEvermend({ dataFolder, databaseUrl, now });
  atEnd(served.stop);
  return served;
}
