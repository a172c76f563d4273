import { startTestCluster, type TestCluster } from "./testCluster.ts";
import { CLUSTER_VARIABLE } from "./testDatabase.ts";

let running: TestCluster | undefined;

/** One cluster for the whole run; the test processes find it in their environment. */
export async function globalSetup(): Promise<void> {
  running = await startTestCluster();
  process.env[CLUSTER_VARIABLE] = JSON.stringify(running.address);
}

/** Leaves nothing running and nothing on disk. */
export async function globalTeardown(): Promise<void> {
  await running?.stop();
}
