import { availableParallelism, loadavg } from "node:os";
import { type Cost, withCost } from "../activation/cost.ts";
import { loadContracts } from "../activation/loadContracts.ts";
import { activationOf } from "../activation/rawActivation.ts";
import { type ServedEvermend, serveEvermend } from "../activation/servedEvermend.ts";
import { openWire, type Wire } from "../activation/wire.ts";
import { CALLS, type Call, type Camera, takeClaim } from "./claimSteps.ts";

/** How much is done. `--short` is for a look, not for a figure. */
const short = process.argv.includes("--short");
const CLAIMS = short ? 40 : 600;
/** Before a stage is timed: so many that the server runs compiled code, as it does all day. */
const WARM_UP = short ? 8 : 400;
const CONTRACTS = short ? 10_000 : 1_000_000;
const LANES = 8;

/** What a stage saw: whole claims by the second, and each of their calls. */
interface Stage {
  readonly claims: number;
  readonly failed: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** The 99th of a hundred of each step, milliseconds. */
  readonly p99MsOf: Readonly<Record<string, number>>;
}

const round = (value: number): number => Number(value.toPrecision(3));
let nextNo = 1;

async function openLanes({ port }: ServedEvermend): Promise<Wire[]> {
  return await Promise.all(Array.from({ length: LANES }, () => openWire(port)));
}

/** Cameras that each had a plan bound, so long before anything is timed that no letter of it is left. */
async function coverCameras(served: ServedEvermend, count: number): Promise<readonly Camera[]> {
  const codes = await served.sell(count);
  const first = nextNo;
  nextNo += count;
  const lanes = await openLanes(served);
  const cameras: Camera[] = [];
  await Promise.all(
    lanes.map(async (wire) => {
      for (let code = codes.pop(); code !== undefined; code = codes.pop()) {
        const no = first + codes.length;
        const { serial, body } = activationOf(code, no);
        const key = crypto.randomUUID();
        const headers = `authorization: Bearer ${served.token}\r\nidempotency-key: ${key}\r\n`;
        const { status, body: said } = await wire.send("/v1/activations", headers, JSON.stringify(body));
        if (status !== 201) {
          throw new Error(`a camera is not covered: ${status} ${said}`);
        }
        cameras.push({ serial, spare: `AC4SPARE${String(no).padStart(8, "0")}` });
      }
    }),
  );
  closeLanes(lanes);
  await served.platform.jobs.drained();
  return cameras;
}

function closeLanes(lanes: readonly Wire[]): void {
  for (const wire of lanes) {
    wire.close();
  }
}

async function stage(served: ServedEvermend, count: number): Promise<Stage & { readonly cost: Cost }> {
  const cameras = [...(await coverCameras(served, count))];
  const at = new Date().toISOString();
  const lanes = await openLanes(served);
  const calls: Call[] = [];
  let failed = 0;
  const taken = await withCost(served, count, async () => {
    const from = performance.now();
    await Promise.all(
      lanes.map(async (wire) => {
        for (let camera = cameras.pop(); camera !== undefined; camera = cameras.pop()) {
          const made = await takeClaim(wire, served.token, camera, at);
          failed += made.length === CALLS && made.every(({ isGood }) => isGood) ? 0 : 1;
          calls.push(...made);
        }
      }),
    );
    return { seconds: (performance.now() - from) / 1000 };
  });
  closeLanes(lanes);
  const steps = [...new Set(calls.map(({ step }) => step))];
  const p99MsOf = Object.fromEntries(
    steps.map((name) => [
      name,
      round(
        rankOf(
          calls.filter(({ step }) => step === name),
          0.99,
        ),
      ),
    ]),
  );
  return {
    ...{ claims: count, failed, perSecond: (count - failed) / taken.seconds, cost: taken.cost },
    ...{ p50Ms: rankOf(calls, 0.5), p99Ms: rankOf(calls, 0.99), maxMs: rankOf(calls, 1), p99MsOf },
  };
}

function rankOf(calls: readonly Call[], share: number): number {
  const sorted = calls.map(({ ms }) => ms).toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function print(
  name: string,
  { perSecond, p50Ms, p99Ms, maxMs, claims, failed, p99MsOf, cost }: Stage & { cost: Cost },
): void {
  const cells = [perSecond, p50Ms, p99Ms, maxMs].map((value) => value.toFixed(1).padStart(10));
  console.log(
    `${name.padEnd(28)}${cells.join("")}${String(claims).padStart(8)}${String(failed).padStart(8)}`,
  );
  const each = Object.entries(p99MsOf).map(([step, ms]) => `${step} ${ms}`);
  console.log(`  p99 of a step, ms: ${each.join(", ")}`);
  console.log(`  each, with its letters: ${cost.serverCpuMs.toFixed(1)} ms of server`);
}

async function main(): Promise<void> {
  const served = await serveEvermend();
  try {
    await stage(served, WARM_UP);
    console.log(`${"".padEnd(28)}claims/s    p50 ms    p99 ms    max ms       n  failed`);
    const few = await stage(served, CLAIMS);
    print("from report to shipment", few);
    await loadContracts(served.connection, CONTRACTS);
    await stage(served, WARM_UP);
    const many = await stage(served, CLAIMS);
    print(`with ${CONTRACTS.toLocaleString("en")} contracts`, many);
    console.log(JSON.stringify(summary(few, many)));
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    await served.stop();
  }
}

function summary(few: Stage & { readonly cost: Cost }, many: Stage & { readonly cost: Cost }): object {
  return {
    name: "claims",
    claimsPerSecond: round(few.perSecond),
    p99Ms: round(few.p99Ms),
    figures: {
      ...{ callsEach: CALLS, p50Ms: round(few.p50Ms), maxMs: round(few.maxMs), p99MsOf: few.p99MsOf },
      serverCpuMsEach: round(few.cost.serverCpuMs),
      withMany: { contracts: CONTRACTS, claimsPerSecond: round(many.perSecond), p99Ms: round(many.p99Ms) },
    },
    ratios: {
      fewToManyPerSecond: round(few.perSecond / many.perSecond),
      p99ManyToFew: round(many.p99Ms / few.p99Ms),
    },
    n: { claims: CLAIMS, calls: CLAIMS * CALLS, failed: few.failed + many.failed },
    conditions: {
      ...{ cores: availableParallelism(), lanes: LANES, load: loadavg()[0], runtime: process.version },
      shared: "generator, server and database on the same cores; fsync on; letters included",
    },
  };
}

await main();
