import { equal } from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { mintBatch } from "../../../src/contracts/batches/mintBatch.ts";
import { systemCaller, transact } from "../../../src/platform/index.ts";
import { invariantSweep } from "../../support/invariantSweep.ts";
import { ownerQuery } from "../../support/ownerQuery.ts";
import { type TestApp, testApp } from "../../support/testApp.ts";
import { serveMoney } from "./servedMoney.ts";

const MIA = "manager mia@example.com";
const MAX = "manager max@example.com";
/** More pieces than are made before the last kill, also where two jobs make them. */
export const QUANTITY = 9_000;
const PIECE = 2_000;
/** Before and after the commits of pieces. */
const POINTS = ["batch_piece_saved:1", "batch_piece_minted:1", "batch_piece_saved:2"];
const LOOKS = 6_000;
const BETWEEN_LOOKS_MS = 20;

/** What a batch says was made of it, and the codes there are. */
interface Made {
  readonly made: number;
  readonly codes: number;
}

/** What is left of a batch whose server was killed at every point while two jobs made its codes. */
export interface Minted {
  /** After the last kill. */
  readonly half: Made;
  /** How far the last piece that was made is from a whole one then. */
  readonly apart: number;
  /** When another server had gone on to the end. */
  readonly whole: Made;
  /** Minted less what there is in all states. */
  readonly difference: unknown;
  readonly violations: readonly object[];
}

/** Has two jobs make one batch at once, kills their server at each point, and lets the next one go on. */
export async function killMinting({ isUnguarded = false } = {}): Promise<Minted> {
  const app = await testApp({ now: "2026-06-01T10:00:00Z" });
  const wanted = { sku: "U-3889316", region: "EU", quantity: QUANTITY };
  const { id } = (await app.call(MIA, "POST /v1/code-batches", wanted)).body;
  // From here on others work what this one asks for.
  await app.platform.jobs.stop();
  await app.call(MAX, `POST /v1/code-batches/${id}/release`, {});
  const batchId = String(id).slice("bat_".length);
  await transact(app.platform, systemCaller, async (tx) => tx.enqueue(mintBatch, { batchId }));
  for (const point of POINTS) {
    const dies = await serveMoney(app, { point, isUnguarded });
    equal(await dies.died(), "SIGKILL", `it came to ${point}`);
  }
  const half = await madeOf(app);
  const heir = await serveMoney(app, { isUnguarded });
  await bothJobsEnd(app);
  await heir.stop();
  const settled = await app.call(MIA, "GET /v1/code-settlement?by=batch");
  const [row] = settled.body.data as { difference: number }[];
  return {
    ...{ half, apart: half.made % PIECE, whole: await madeOf(app), difference: row?.difference },
    violations: await invariantSweep(app.database),
  };
}

async function bothJobsEnd({ database }: TestApp): Promise<void> {
  for (let look = 0; ; look += 1) {
    const jobs = await ownerQuery<{ state: string }>(
      database,
      "select state from pgboss.job where name = 'mint_batch'",
    );
    if (jobs.every(({ state }) => state === "completed")) {
      equal(jobs.length, 2);
      return;
    }
    equal(look < LOOKS, true, "the batch is never made to its end");
    await setTimeout(BETWEEN_LOOKS_MS);
  }
}

async function madeOf({ database }: TestApp): Promise<Made> {
  const [row] = await ownerQuery<Made>(
    database,
    `select made, (select count(*)::integer from contracts.code where state = 'stock') as codes
       from contracts.code_batch`,
  );
  return row as Made;
}
