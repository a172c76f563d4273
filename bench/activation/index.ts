import { availableParallelism, loadavg } from "node:os";
import pg from "pg";
import { type Cost, withCost } from "./cost.ts";
import { closedLoop, type LoadResult, openModel } from "./load.ts";
import { loadContracts } from "./loadContracts.ts";
import { activationOf, type RecordedActivation, rawActivation, recordActivation } from "./rawActivation.ts";
import { type ServedEvermend, serveEvermend } from "./servedEvermend.ts";
import { openWire, type Wire } from "./wire.ts";

/** How much is done. `--short` is for a look, not for a figure. */
const short = process.argv.includes("--short");
const PER_STAGE = short ? 500 : 4_000;
const OFFERED_PER_SECOND = 300;
const OFFERED_SECONDS = short ? 3 : 15;
const CONTRACTS: readonly number[] = short ? [1_000, 10_000] : [10_000, 1_000_000];
const LANES: readonly number[] = [8, 16, 32];

interface Stage {
  readonly lanes: number;
  readonly http: LoadResult & { readonly cost: Cost };
  readonly raw: LoadResult;
}

let nextNo = 1;

/** Activations by HTTP, each with a code and a device of its own. */
function byHttp(
  served: ServedEvermend,
  codes: readonly string[],
  wire: Wire,
): (no: number) => Promise<boolean> {
  const first = nextNo;
  return async (no) => {
    const { body } = activationOf(codes[no] as string, first + no);
    const headers = `authorization: Bearer ${served.token}\r\nidempotency-key: ${crypto.randomUUID()}\r\n`;
    const { status, body: said } = await wire.send("/v1/activations", headers, JSON.stringify(body));
    if (status !== 201) {
      console.error(status, said);
    }
    return status === 201;
  };
}

async function httpStage(
  served: ServedEvermend,
  lanes: number,
  count: number,
): Promise<LoadResult & { readonly cost: Cost }> {
  const codes = await served.sell(count);
  await served.platform.jobs.drained();
  const wires = await Promise.all(Array.from({ length: lanes }, () => openWire(served.port)));
  const works = wires.map((wire) => byHttp(served, codes, wire));
  const result = await withCost(served, count, () => closedLoop(count, works));
  nextNo += count;
  for (const wire of wires) {
    wire.close();
  }
  return result;
}

async function rawStage(
  served: ServedEvermend,
  recorded: RecordedActivation,
  lanes: number,
  count: number,
): Promise<LoadResult> {
  const codes = await served.sell(count);
  // Each stage starts with nothing left over from the one before: every activation leaves a mail to send.
  await served.platform.jobs.drained();
  const options = "-c role=evermend_app -c lock_timeout=10s -c timezone=UTC";
  const config = { ...served.connection, options, pipeline: true } as pg.ClientConfig;
  const clients = Array.from({ length: lanes }, () => new pg.Client(config));
  await Promise.all(clients.map((client) => client.connect()));
  const first = nextNo;
  const works = clients.map((client) => {
    const activate = rawActivation(served.platform, recorded, client);
    return (no: number) => activate(codes[no] as string, first + no);
  });
  const result = await closedLoop(count, works);
  nextNo += count;
  await Promise.all(clients.map((client) => client.end()));
  return result;
}

async function offeredStage(served: ServedEvermend): Promise<LoadResult> {
  const codes = await served.sell(OFFERED_PER_SECOND * OFFERED_SECONDS);
  await served.platform.jobs.drained();
  const wires = await Promise.all(Array.from({ length: 64 }, () => openWire(served.port)));
  const works = wires.map((wire) => byHttp(served, codes, wire));
  const result = await openModel(OFFERED_PER_SECOND, OFFERED_SECONDS, works);
  nextNo += codes.length;
  for (const wire of wires) {
    wire.close();
  }
  return result;
}

function line(name: string, { perSecond, p50Ms, p99Ms, maxMs, failed, done }: LoadResult): string {
  const cells = [perSecond, p50Ms, p99Ms, maxMs].map((value) => value.toFixed(1).padStart(10));
  return `${name.padEnd(34)}${cells.join("")}${String(done).padStart(8)}${String(failed).padStart(8)}`;
}

async function main(): Promise<void> {
  const served = await serveEvermend();
  try {
    // The first fills what this process holds in memory; the second is what any activation sends.
    const [first, second] = await served.sell(2);
    await recordActivation(served.platform, first as string, nextNo);
    const recorded = await recordActivation(served.platform, second as string, nextNo + 1);
    nextNo += 2;
    console.log(`${recorded.statements} statements in ${recorded.batches.length} round trips each`);
    await httpStage(served, 16, short ? 300 : 1_500);
    await rawStage(served, recorded, 16, short ? 300 : 1_500);
    console.log(`${"".padEnd(34)}       per s    p50 ms    p99 ms    max ms       n  failed`);
    const stages: Stage[] = [];
    for (const lanes of LANES) {
      const http = await httpStage(served, lanes, PER_STAGE);
      console.log(line(`HTTP, ${lanes} connections`, http));
      const { serverCpuMs, walBytes } = http.cost;
      console.log(
        `  each, with its letter: ${serverCpuMs.toFixed(2)} ms of server, ${walBytes.toFixed(0)} WAL bytes`,
      );
      const raw = await rawStage(served, recorded, lanes, PER_STAGE);
      console.log(line(`bare pg, ${lanes} connections`, raw));
      stages.push({ lanes, http, raw });
    }
    const offered = await offeredStage(served);
    console.log(line(`HTTP, ${OFFERED_PER_SECOND}/s offered`, offered));
    const full: { contracts: number; result: LoadResult }[] = [];
    for (const contracts of CONTRACTS) {
      await loadContracts(served.connection, contracts);
      const result = await offeredStage(served);
      console.log(line(`  with ${contracts.toLocaleString("en")} contracts`, result));
      full.push({ contracts, result });
    }
    console.log(JSON.stringify(summary(recorded, stages, offered, full)));
  } finally {
    await served.stop();
  }
}

function summary(
  recorded: RecordedActivation,
  stages: readonly Stage[],
  offered: LoadResult,
  full: readonly { readonly contracts: number; readonly result: LoadResult }[],
): object {
  const at16 = stages.find(({ lanes }) => lanes === 16) as Stage;
  const [few, many] = full as [(typeof full)[number], (typeof full)[number]];
  return {
    name: "activation",
    ratio: round(at16.http.perSecond / at16.raw.perSecond),
    perSecond: round(offered.perSecond),
    p99Ms: round(offered.p99Ms),
    figures: {
      statements: recorded.statements,
      perSecondAt: Object.fromEntries(stages.map(({ lanes, http }) => [lanes, round(http.perSecond)])),
      barePerSecondAt: Object.fromEntries(stages.map(({ lanes, raw }) => [lanes, round(raw.perSecond)])),
      serverCpuMsEach: round(at16.http.cost.serverCpuMs),
      walBytesEach: round(at16.http.cost.walBytes),
      p99MsWith: Object.fromEntries(full.map(({ contracts, result }) => [contracts, round(result.p99Ms)])),
    },
    ratios: {
      httpToBareAt: Object.fromEntries(
        stages.map(({ lanes, http, raw }) => [lanes, round(http.perSecond / raw.perSecond)]),
      ),
      p99ManyToFew: round(many.result.p99Ms / few.result.p99Ms),
    },
    n: {
      perStage: PER_STAGE,
      offered: offered.done,
      failed: stages.reduce((sum, s) => sum + s.http.failed, 0),
    },
    conditions: {
      cores: availableParallelism(),
      load: loadavg()[0],
      runtime: process.version,
      shared: "generator, server and database on the same cores; fsync on; new device and mail job each",
    },
  };
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}

await main();
