import assert from "node:assert/strict";
import { eventsOf, readPublicId } from "../../src/platform/index.ts";
import { cleanFindings, warsaw } from "./cases.ts";
import { type Answer, type TestApp, testApp } from "./testApp.ts";

export type Who = Parameters<TestApp["call"]>[0];

/** A camera with a running two-year plan. */
export interface CoveredCamera {
  readonly serial: string;
  readonly owner: Who;
}

/** What a claim has left in the tables. */
export interface KeptClaim {
  readonly claim: Readonly<Record<string, unknown>>;
  /** States of the plan's replacements, in order. */
  readonly slots: readonly string[];
  /** The claim's open deadlines, `kind due`. */
  readonly deadlines: readonly string[];
  readonly events: readonly string[];
  /** Outcomes of all its decisions, in order. */
  readonly decisions: readonly string[];
  /** States of its charges, in order. */
  readonly charges: readonly string[];
}

/** A desk at which cameras are covered and claims are brought to any step. */
export interface ClaimDesk {
  readonly app: TestApp;
  /** A camera that has no claim yet: of many of Ada's, or of two of Bob's. */
  camera(owner?: Who): CoveredCamera;
  /** Reports a damage of a camera: a fresh one unless it is given. */
  report(more?: object, camera?: CoveredCamera): Promise<Answer>;
  /** Takes one step of a claim, with a body that is right unless another is given. */
  step(step: Step, id: string, body?: object, as?: Who, headers?: Record<string, string>): Promise<Answer>;
  /** A claim of a fresh camera, or of the given one, that has taken these steps. Each must be accepted. */
  claimAfter(steps: readonly Step[], camera?: CoveredCamera): Promise<string>;
  kept(id: string): Promise<KeptClaim>;
  /** A serial that nobody has seen. */
  newSerial(): string;
}

export type Step =
  | "intake"
  | "inspection"
  | "choice"
  | "payment"
  | "replacement"
  | "shipment"
  | "closure"
  | "cancellation";

/** The steps of a claim that is paid by its plan, in order. */
export const toInspected = ["intake", "inspection"] as const;
export const toPaid = [...toInspected, "choice", "payment"] as const;
export const toShipped = [...toPaid, "replacement", "shipment"] as const;

export const OWNER = "owner ada@example.org";
export const BOB = "owner bob@example.org";
/** How many of Ada's cameras a test file can report, unless it says otherwise. */
const CAMERAS = 32;
const OPENED = "2026-09-05T10:00:00Z";
const BENCH: readonly Step[] = ["intake", "inspection", "replacement", "shipment"];

/** Opens the desk in September, with so many cameras of Ada's; the plans began in June. */
export async function claimDesk(cameras = CAMERAS): Promise<ClaimDesk> {
  const app = await testApp({ now: "2026-06-01T10:00:00Z" });
  const codes = await buyCodes(app, cameras + 2);
  let count = 0;
  const newSerial = () => {
    count += 1;
    return `AC4${String(count).padStart(8, "0")}`;
  };
  const cover = async (email: string): Promise<CoveredCamera> => {
    const serial = newSerial();
    const holder = { name: email.startsWith("ada") ? "Ada" : "Bob", email };
    const device = { model: "osmo-action-4", activatedAt: "2026-05-25T10:00:00Z", region: "EU" };
    const told = { code: codes.pop(), serial, device, holder };
    const activated = await app.call("integrator", "POST /v1/activations", told);
    assert.equal(activated.status, 201, JSON.stringify(activated.body));
    return { serial, owner: `owner ${email}` };
  };
  const emails = [
    ...Array<string>(cameras).fill("ada@example.org"),
    ...Array<string>(2).fill("bob@example.org"),
  ];
  const stock = await Promise.all(emails.map(cover));
  const camera: ClaimDesk["camera"] = (owner = OWNER) => {
    const [found] = stock.splice(
      stock.findIndex((held) => held.owner === owner),
      1,
    );
    assert(found?.owner === owner, "the desk has more cameras in stock than tests take");
    return found;
  };
  await app.moveTo(OPENED);
  const report: ClaimDesk["report"] = async (more = {}, covered = camera()) => {
    const incident = { at: "2026-09-04", cause: "drop", parts: ["camera"] };
    const told = { serial: covered.serial, incident, channel: "online", ...more };
    return await app.call(covered.owner, "POST /v1/claims", told);
  };
  const step: ClaimDesk["step"] = async (name, id, body = bodyOf(name, newSerial), as, headers) =>
    await app.call(
      as ?? (BENCH.includes(name) ? "staff" : OWNER),
      `POST /v1/claims/${id}/${name}`,
      body,
      headers,
    );
  const claimAfter: ClaimDesk["claimAfter"] = async (steps, covered = camera()) => {
    const opened = await report({}, covered);
    assert.equal(opened.status, 201, JSON.stringify(opened.body));
    const { id, serial } = opened.body.claim as { id: string; serial: string };
    for (const name of steps) {
      const body = name === "intake" ? { ...bodyOf(name, newSerial), serial } : bodyOf(name, newSerial);
      const { status, body: answer } = await step(
        name,
        id,
        body,
        BENCH.includes(name) ? "staff" : covered.owner,
      );
      assert.equal(status, 200, `${name}: ${JSON.stringify(answer)}`);
    }
    return id;
  };
  return { app, camera, report, step, claimAfter, kept: (id) => keptOf(app, id), newSerial };
}

/** A body that each step takes as it is. */
function bodyOf(step: Step, newSerial: () => string): object {
  switch (step) {
    case "intake":
      return { serial: "", parts: ["camera", "battery"], condition: "cracked glass" };
    case "inspection":
      return { findings: cleanFindings, repairPrice: { amount: 30_000, currency: "PLN" } };
    case "choice":
      return { route: "plan" };
    case "payment":
      return { method: "test_success" };
    case "replacement":
      return { serial: newSerial() };
    case "shipment":
      return { carrier: "DHL", tracking: "JD0001", address: warsaw };
    default:
      return {};
  }
}

async function buyCodes(app: TestApp, quantity: number): Promise<string[]> {
  const order = await app.call("reseller", "POST /v1/orders", {
    lines: [{ sku: "U-3889316", quantity }],
    buyer: { email: "shop@example.org", name: "A shop", country: "EE" },
    delivery: { option: "email" },
  });
  const { id } = order.body as { id: string };
  await app.call("reseller", `POST /v1/orders/${id}/payment`, { method: "test_success" });
  await app.platform.jobs.drained();
  const revealed = await app.call("reseller", `POST /v1/orders/${id}/codes`, {});
  return (revealed.body.data as { code: string }[]).map(({ code }) => code);
}

async function keptOf(app: TestApp, id: string): Promise<KeptClaim> {
  const { rootId, no } = readPublicId("clm", id) ?? {};
  assert(rootId !== undefined && no !== undefined, `not a claim's id: ${id}`);
  const ask = async (text: string, values: unknown[] = [rootId, no]) =>
    (await app.platform.database.pool.query<Record<string, unknown>>(text, values)).rows;
  const [claims, slots, deadlines, decisions, charges, events] = await Promise.all([
    ask("select * from claims.claim where device_id = $1 and no = $2"),
    ask("select state from contracts.benefit_slot where device_id = $1 order by contract_no, no", [rootId]),
    ask(`select kind || ' ' || to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as due
           from platform.deadline
          where root_id = $1 and key = $2::integer::text and met_at is null
            and kind in ('report_lapses', 'payment_lapses', 'claim_closes')`),
    ask("select receipt from claims.decision where device_id = $1 and claim_no = $2 order by no"),
    ask("select state from money.charge where root_id = $1 and subject_no = $2 order by no"),
    eventsOf(app.platform.database, rootId),
  ]);
  assert(claims[0] !== undefined, "the claim is kept");
  return {
    claim: claims[0],
    slots: slots.map(({ state }) => String(state)),
    deadlines: deadlines.map(({ due }) => String(due)),
    decisions: decisions.map(({ receipt }) => (receipt as { outcome: string }).outcome),
    charges: charges.map(({ state }) => String(state)),
    events: events.filter(({ body }) => body.claimNo === no || body.subjectNo === no).map(({ type }) => type),
  };
}
