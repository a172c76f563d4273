import { deepEqual, equal, match } from "node:assert/strict";
import { execFile } from "node:child_process";
import { rename } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { sweepInvariants } from "../../src/cli/demo/sweepInvariants.ts";
import { cleanFindings, warsaw } from "../support/cases.ts";
import { type Answered, FolderServer } from "./money/folderServer.ts";

/** What is in the database and in no copy of it: the bank's own books, which are the bank's. */
type BankBooks = readonly object[];

interface Found {
  readonly id: string;
  readonly cause: string;
  readonly ours: string | null;
}

const SKU = "U-3889316";
const PRICE_MINOR = 4_425;
const KINDNESS = { amount: { amount: 500, currency: "EUR" }, reason: "a kindness" };
const parcelOf = (tracking: string) => ({ carrier: "DHL", tracking, address: warsaw });

describe("a copy of the data folder is put back after the world went on", () => {
  let server: FolderServer;
  /** Paid after the copy, paid back after the copy, made after the copy, and tried while nothing is taken. */
  let [paidLater, paidBack, forgotten, fresh] = ["", "", "", ""];
  /** Shipped after the copy, and not shipped yet. */
  let [shipped, waiting] = ["", ""];
  let bank: BankBooks = [];

  before(async () => {
    server = await FolderServer.open("2026-06-01T10:00:00Z");
    await server.serve();
    const serials = ["AC400000001", "AC400000002"];
    for (const serial of serials) {
      await cover(serial);
    }
    await clock("2026-09-05T10:00:00Z");
    [paidLater, paidBack] = [await order(), await order()];
    await pay(paidBack);
    [shipped = "", waiting = ""] = [await caseOf("AC400000001"), await caseOf("AC400000002")];
    await server.stop();
    // As an operator does it: owners and times are kept, and the server under it is stopped.
    await promisify(execFile)("cp", ["-a", server.folder, `${server.folder}.copy`]);
    await goOn();
    bank = await server.beside(async ({ pool }) => (await pool.query(BANK_BOOKS)).rows[0].books);
    await rename(server.folder, `${server.folder}.gone`);
    await rename(`${server.folder}.copy`, server.folder);
    await server.beside(({ pool }) => pool.query(BANK_KEEPS, [JSON.stringify(bank)]));
    await server.serve();
    await clock("2026-09-07T04:00:00Z");
  });
  after(() => server.remove());

  it("begins to reconcile by itself, and says why", async () => {
    const { reconciling } = await status();
    match(String(reconciling?.reason), /data folder is a copy/);
    equal(reconciling?.startedBy, "system");
  });

  it("ships nothing, and asks the bank for nothing it has not done before", async () => {
    for (const [claim, tracking] of [
      [shipped, "T-A"],
      [waiting, "T-B"],
    ] as const) {
      const refused = await server.call("staff", `POST /v1/claims/${claim}/shipment`, parcelOf(tracking));
      deepEqual([refused.status, refused.body.code], [409, "reconciling"]);
      match(refused.type, /^application\/problem\+json/);
      match(String(refused.body.next), /Wait until a manager has ended it/);
    }
    fresh = await order();
    await server.done("reseller", `POST /v1/orders/${fresh}/payment`, { method: "test_success" });
    await server.comes("manager", "GET /v1/status", (body) => waitingOf(body) > 0);
    equal((await server.done("reseller", `GET /v1/orders/${fresh}`)).state, "placed");
  });

  it("takes up from the bank's books what it forgot, and does not end while money is missing", async () => {
    await server.comes("reseller", `GET /v1/orders/${paidLater}`, ({ state }) => state === "delivered");
    await compared();
    deepEqual((await open()).map(({ cause }) => cause).toSorted(), [
      "captured_there_not_here",
      "refund_there_not_here",
    ]);
    const early = await server.call("manager", "POST /v1/reconcile-mode/end", { reason: "too early" });
    deepEqual([early.status, early.body.code], [409, "reconcile_unfinished"]);
    match(String(early.body.detail), /2 open differences of money/);
  });

  it("finds the refund again that was asked for again, and pays nothing twice", async () => {
    const again = { charge: `chg_${paidBack.slice(4)}_1`, ...KINDNESS };
    const { id } = await server.done("staff", "POST /v1/refunds", again);
    await server.comes("staff", `GET /v1/refunds/${id}`, ({ state }) => state === "paid");
  });

  it("writes down the parcel that has left, once its carrier tells of it, and no other", async () => {
    const csv = "id,at,tracking,amount,currency,weight_grams\nC-1,2026-09-05,T-A,5.00,EUR,900";
    const report = { kind: "carrier", party: "DHL", from: "2026-09-01", to: "2026-09-07", csv };
    await server.done("manager", "POST /v1/reports", report);
    await server.comes("manager", "GET /v1/differences?state=open&cause=parcel_never_shipped", isThere);
    const route = (claim: string) => `POST /v1/claims/${claim}/shipment`;
    equal((await server.call("staff", route(waiting), parcelOf("T-B"))).status, 409);
    await server.done("staff", route(shipped), parcelOf("T-A"));
    const stolen = await server.call("staff", route(waiting), parcelOf("T-A"));
    deepEqual([stolen.status, stolen.body.code], [409, "reconciling"], "a parcel is one claim's");
  });

  it("ends when a person has settled what nobody here can know, and all that waited goes on", async () => {
    const [stray] = (await open()).filter(({ cause }) => cause === "captured_there_not_here");
    const settlement = { action: "accept", reason: "its payer gets it back from the bank" };
    await server.done("manager", `POST /v1/differences/${stray?.id}/settlement`, settlement);
    const asked = (await open()).some(({ id }) => id === stray?.id);
    if (asked) {
      await server.done("second manager", `POST /v1/differences/${stray?.id}/settlement`, settlement);
    }
    await clock("2026-09-08T04:00:00Z");
    await server.comes("manager", "GET /v1/status", (body) => missingOf(body).length === 0);
    deepEqual(await server.done("manager", "POST /v1/reconcile-mode/end", { reason: "all is matched" }), {
      reconciling: null,
    });
    await clock("2026-09-08T05:00:00Z");
    await server.comes("reseller", `GET /v1/orders/${fresh}`, ({ state }) => state === "delivered");
    await server.done("staff", `POST /v1/claims/${waiting}/shipment`, parcelOf("T-B"));
  });

  it("has lost nothing and doubled nothing", async () => {
    await clock("2026-09-09T04:00:00Z");
    const night = "GET /v1/reconciliations?night=2026-09-09&kind=provider&state=done";
    await server.comes("manager", night, isThere);
    const { data } = await server.done("manager", "GET /v1/ties?onlyBroken=true");
    const ties = data as { what: string; left: number; right: number }[];
    deepEqual(
      ties.map(({ what, left, right }) => [what, left - right]),
      [["clearing", PRICE_MINOR]],
      "what the bank took for the order that nobody here knows of",
    );
    await server.stop();
    await server.beside(async ({ pool }) => {
      // At the bank: five payments before the copy, two and a refund after it, and one after all was matched.
      const { rows } = await pool.query(STOCK, [[paidLater, paidBack, fresh].map((id) => id.slice(4))]);
      deepEqual(rows[0], { bank: 9, doubled: 0, captured: 3, refunds: 1, codes: 3, parcels: ["T-A", "T-B"] });
      deepEqual((await sweepInvariants(pool)).violations, []);
      const { rows: kept } = await pool.query(BANK_BOOKS);
      const now = new Map((kept[0].books as { key: string }[]).map((row) => [row.key, row]));
      equal(
        (bank as { key: string }[]).every(({ key }) => now.has(key)),
        true,
      );
      equal(forgotten === "" || !now.has(`chg_${forgotten.slice(4)}_1_1`), false, "the bank has it still");
    });
  });

  async function goOn(): Promise<void> {
    await server.serve();
    await clock("2026-09-05T12:00:00Z");
    await pay(paidLater);
    await server.done("staff", `POST /v1/claims/${shipped}/shipment`, parcelOf("T-A"));
    const refund = { charge: `chg_${paidBack.slice(4)}_1`, ...KINDNESS };
    const { id } = await server.done("staff", "POST /v1/refunds", refund);
    await server.comes("staff", `GET /v1/refunds/${id}`, ({ state }) => state === "paid");
    forgotten = await order();
    await pay(forgotten);
    await server.stop();
  }

  async function clock(now: string): Promise<void> {
    await server.done("manager", "POST /v1/test-clock", { now });
  }

  async function order(): Promise<string> {
    const placed = await server.done("reseller", "POST /v1/orders", {
      lines: [{ sku: SKU, quantity: 1 }],
      buyer: { email: "shop@example.org", name: "A shop", country: "EE" },
      delivery: { option: "email" },
    });
    return String(placed.id);
  }

  async function pay(id: string): Promise<void> {
    await server.done("reseller", `POST /v1/orders/${id}/payment`, { method: "test_success" });
    await server.comes("reseller", `GET /v1/orders/${id}`, ({ state }) => state === "delivered");
  }

  async function cover(serial: string): Promise<void> {
    const id = await order();
    await pay(id);
    const { data } = await server.done("reseller", `POST /v1/orders/${id}/codes`, {});
    await server.done("integrator", "POST /v1/activations", {
      ...{ code: (data as { code: string }[])[0]?.code, serial },
      device: { model: "osmo-action-4", activatedAt: "2026-05-25T10:00:00Z", region: "EU" },
      holder: { name: "Ada", email: "ada@example.org" },
    });
  }

  async function caseOf(serial: string): Promise<string> {
    const incident = { at: "2026-09-04", cause: "drop", parts: ["camera"] };
    const told = await server.done("owner", "POST /v1/claims", { serial, incident, channel: "online" });
    const { id } = told.claim as { id: string };
    const step = (as: "staff" | "owner", name: string, body: object) =>
      server.done(as, `POST /v1/claims/${id}/${name}`, body);
    await step("staff", "intake", { serial, parts: ["camera", "battery"], condition: "cracked glass" });
    const repairPrice = { amount: 30_000, currency: "PLN" };
    await step("staff", "inspection", { findings: cleanFindings, repairPrice });
    await step("owner", "choice", { route: "plan" });
    await step("owner", "payment", { method: "test_success" });
    await server.comes("staff", `GET /v1/claims/${id}`, ({ claim }) => (claim as Claim).state === "paid");
    await step("staff", "replacement", { serial: serial.replace("AC40", "AC41") });
    return id;
  }

  async function status() {
    return (await server.done("manager", "GET /v1/status")) as {
      reconciling: Record<string, unknown> | null;
    };
  }

  async function open(): Promise<readonly Found[]> {
    const { data } = await server.done("manager", "GET /v1/differences?state=open");
    return data as readonly Found[];
  }

  async function compared(): Promise<void> {
    await server.comes(
      "manager",
      "GET /v1/status",
      (body) => !missingOf(body).some((one) => one.startsWith("not compared")),
    );
  }
});

interface Claim {
  readonly state: string;
}

type Body = Answered["body"];
const modeOf = ({ reconciling }: Body) => reconciling as { missing: string[]; waiting: number } | null;
const missingOf = (body: Body): readonly string[] => modeOf(body)?.missing ?? [];
const waitingOf = (body: Body): number => modeOf(body)?.waiting ?? 0;
const isThere = ({ data }: Body): boolean => (data as object[]).length > 0;

const BANK_BOOKS = "select json_agg(to_json(b) order by b.key) as books from money.test_payment as b";
const BANK_KEEPS = `insert into money.test_payment
  select * from jsonb_populate_recordset(null::money.test_payment, $1::jsonb) on conflict (key) do nothing`;
const STOCK = `
  select (select count(*)::integer from money.test_payment where outcome = 'succeeded') as bank,
         (select count(*)::integer from money.test_payment as b join money.test_payment as other
           on other.about = b.about and other.of_ref = b.of_ref and other.key > b.key) as doubled,
         (select count(*)::integer from platform.event
           where root_id = any($1) and type = 'ChargeCaptured') as captured,
         (select count(*)::integer from money.refund where state = 'paid') as refunds,
         (select count(*)::integer from contracts.code where order_id = any($1)) as codes,
         (select array_agg(tracking order by tracking) from service.shipment) as parcels`;
