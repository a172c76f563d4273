import assert from "node:assert/strict";
import { readPublicId } from "../../../src/platform/index.ts";
import { service } from "../../../src/service/index.ts";
import type { ClaimDesk, CoveredCamera } from "../../support/claimDesk.ts";

/** What is tried with a case. */
export type Act =
  | "give"
  | "giveUnknown"
  | "giveRetired"
  | "giveOthers"
  | "reverse"
  | "late"
  | "ship"
  | "look";

/** How often what was done, over all trees. */
export interface Counts {
  swaps: number;
  reversals: number;
  refusals: number;
  late: number;
  shipped: number;
}

/** How a tree stands, in the words of the reference model. */
export interface Standing {
  /** Every serial that was given and stayed, with what is said of it. */
  readonly coverage: Readonly<Record<string, string>>;
  /** The units of the pool that this tree has touched, and their states. */
  readonly units: Readonly<Record<string, string>>;
  readonly used: number;
}

/** A device, its cases one after the other, and what a small model thinks of it. */
export interface SwapTree {
  worn(): string;
  beginCase(id: string): Promise<void>;
  take(act: Act): Promise<void>;
  /** The case is swapped, shipped and closed, whatever was tried before. */
  finishCase(): Promise<void>;
  expected(): Standing;
  found(): Promise<Standing>;
  /** The cases there were. */
  cases(): readonly string[];
}

/** Begins a tree. `others` are the serials that other devices wear. */
export function swapTree(
  desk: ClaimDesk,
  camera: CoveredCamera,
  others: () => readonly string[],
  told: Counts,
): SwapTree {
  // The model: the serials in the order they were worn, the unit that is given and not shipped, which has the
  // plan once it is, and the pool.
  const chain = [camera.serial];
  const units = new Map<string, string>();
  const cases: string[] = [];
  let given: string | undefined;
  let isOver = true;
  let used = 0;
  const id = () => cases.at(-1) ?? "";
  const worn = () => given ?? chain.at(-1) ?? "";
  const bench = async (step: string, body: object, allowed: boolean): Promise<void> => {
    const { status, body: answer } = await desk.app.call("staff", `POST /v1/claims/${id()}/${step}`, body);
    assert.equal(status === 200, allowed, `${step} ${JSON.stringify(body)}: ${JSON.stringify(answer)}`);
    told.refusals += allowed ? 0 : 1;
  };
  const give = async (serial: string, isGood: boolean): Promise<void> => {
    const isFree = !isOver && given === undefined;
    await bench("replacement", { serial, reason: "as the plan of the tree says" }, isFree && isGood);
    if (isFree && isGood) {
      given = serial;
      told.swaps += 1;
      units.set(serial, "reserved");
      units.set(chain.at(-1) ?? "", "quarantined");
    }
  };
  const pooled = async (): Promise<string> => {
    const serial = desk.newSerial();
    const unit = { serial, model: "osmo-action-4", region: "EU", grade: "ungraded" };
    await desk.app.call("staff", "POST /v1/spare-units", { units: [unit] });
    units.set(serial, "available");
    return serial;
  };
  const ship = async (): Promise<void> => {
    const isReady = !isOver && given !== undefined;
    const address = { line1: "1 Street", postcode: "00-001", city: "Warsaw", country: "PL" };
    await bench("shipment", { carrier: "DHL", tracking: `T-${id()}`, address }, isReady);
    if (isReady && given !== undefined) {
      units.set(given, "shipped");
      chain.push(given);
      given = undefined;
      isOver = true;
      used += 1;
      told.shipped += 1;
    }
  };
  const tree: SwapTree = {
    worn,
    cases: () => cases,
    beginCase: async (claim) => {
      cases.push(claim);
      isOver = false;
    },
    take: async (act) => {
      switch (act) {
        case "give":
          return await give(await pooled(), true);
        case "giveUnknown":
          return await give(desk.newSerial(), true);
        case "giveRetired":
          return await give(chain[0] ?? "", false);
        case "giveOthers":
          return await give(others().find((serial) => serial !== worn()) ?? chain[0] ?? "", false);
        case "reverse": {
          const canGoBack = !isOver && given !== undefined;
          await bench("replacement/reversal", { reason: "as the plan of the tree says" }, canGoBack);
          if (canGoBack && given !== undefined) {
            units.set(given, "available");
            units.set(chain.at(-1) ?? "", chain.length === 1 ? "owners" : "shipped");
            given = undefined;
            told.reversals += 1;
          }
          return;
        }
        case "late":
          told.late += 1;
          return await follow(desk, id());
        case "ship":
          return await ship();
        case "look":
          return await lookAt(desk, chain, given);
      }
    },
    finishCase: async () => {
      if (!isOver && given === undefined) {
        await give(desk.newSerial(), true);
      }
      if (!isOver) {
        await ship();
      }
      await desk.app.call(camera.owner, `POST /v1/claims/${id()}/closure`, {});
    },
    expected: () => ({ ...coverageOf(chain, given), units: Object.fromEntries(units), used }),
    found: async () => ({
      coverage: await coverageFound(desk, [...chain, ...(given === undefined ? [] : [given])]),
      units: await unitsFound(desk, [...units.keys()], camera.serial),
      used: (await desk.kept(id())).slots.filter((state) => state === "used").length,
    }),
  };
  return tree;
}

/** Every event of every case once more, long after it was heard. */
export async function lateFollow(desk: ClaimDesk, trees: readonly SwapTree[]): Promise<void> {
  for (const claim of trees.flatMap((tree) => tree.cases())) {
    await follow(desk, claim);
  }
}

function coverageOf(chain: readonly string[], given: string | undefined): Pick<Standing, "coverage"> {
  const head = chain.at(-1) ?? "";
  const said = (serial: string) => (serial === head ? "worn" : `replaced by ${head}`);
  const worn = chain.map((serial): [string, string] => [serial, said(serial)]);
  return { coverage: Object.fromEntries(given === undefined ? worn : [...worn, [given, "promised"]]) };
}

async function lookAt(desk: ClaimDesk, chain: readonly string[], given: string | undefined): Promise<void> {
  const { coverage } = coverageOf(chain, given);
  assert.deepEqual(await coverageFound(desk, Object.keys(coverage)), coverage);
}

async function coverageFound(desk: ClaimDesk, serials: readonly string[]): Promise<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const serial of serials) {
    const { body } = await desk.app.call("public", `GET /v1/coverage/${serial}`);
    said[serial] = saidBy(body);
  }
  return said;
}

function saidBy({ status, replacedBy }: Record<string, unknown>): string {
  switch (status) {
    case "replaced":
      return `replaced by ${replacedBy}`;
    case "covered":
    case "used_up":
      return "worn";
    case "promised":
      return "promised";
    default:
      return "lost";
  }
}

/** The first unit of a device never was ours, so that before it is swapped out the pool need not know it. */
async function unitsFound(
  desk: ClaimDesk,
  serials: readonly string[],
  first: string,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const serial of serials) {
    const { status, body } = await desk.app.call("staff", `GET /v1/spare-units/${serial}`);
    const state = status === 404 ? "unknown" : (body.unit as { state: string }).state;
    found[serial] = serial === first && ["unknown", "shipped"].includes(state) ? "owners" : state;
  }
  return found;
}

/** What follows a swap, once more: late, twice, or before its time. */
async function follow(desk: ClaimDesk, claim: string): Promise<void> {
  const { rootId = "", no = 0 } = readPublicId("clm", claim) ?? {};
  const job = service.jobs?.find(({ name }) => name === "follow_case");
  await job?.run(desk.app.platform, { rootId, claimNo: no } as never);
}
