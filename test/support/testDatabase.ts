import { randomBytes } from "node:crypto";
import { after } from "node:test";
import type { DatabaseAddress } from "../../src/platform/cluster/startCluster.ts";
import { onServer, startTestCluster, TEMPLATE } from "./testCluster.ts";

/** Where the run's cluster is announced by the global setup. */
export const CLUSTER_VARIABLE = "EVERMEND_TEST_CLUSTER";

/** A migrated database of one test's own. `address` goes into a pg pool as it is. */
export interface TestDatabase {
  readonly address: DatabaseAddress;
  /** Drops it at once, also from under open connections. Else it goes when the test file ends. */
  drop(): Promise<void>;
}

let own: Promise<DatabaseAddress> | undefined;
const undo: (() => Promise<void>)[] = [];

after(async () => {
  const faults: unknown[] = [];
  for (const step of undo.toReversed()) {
    // What one step leaves running would keep the process from ending; so do not leave the others, too.
    await step().catch((error: unknown) => faults.push(error));
  }
  if (faults.length > 0) {
    throw new AggregateError(faults, "what the tests used was not all taken down");
  }
});

/** A fresh, migrated, empty database. A file run alone, without the global setup, starts a cluster itself. */
export async function testDatabase(): Promise<TestDatabase> {
  const address = await serverAddress();
  const database = `test_${randomBytes(8).toString("hex")}`;
  await onServer(address, `create database ${database} template ${TEMPLATE}`);
  const drop = () => onServer(address, `drop database if exists ${database} with (force)`);
  undo.push(drop);
  return { address: { ...address, database }, drop };
}

/** Runs when the test file ends, before everything that was there earlier is taken down. */
export function atEnd(step: () => Promise<void>): void {
  undo.push(step);
}

async function serverAddress(): Promise<DatabaseAddress> {
  const announced = process.env[CLUSTER_VARIABLE];
  if (announced !== undefined) {
    return JSON.parse(announced) as DatabaseAddress;
  }
  own ??= startTestCluster().then(({ address, stop }) => {
    undo.unshift(stop);
    return address;
  });
  return await own;
}
