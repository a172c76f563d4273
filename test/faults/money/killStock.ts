import assert from "node:assert/strict";
import { readPublicId } from "../../../src/platform/index.ts";
import { type AdvanceDesk, ALL_PARTS, advanceDesk, EVA } from "../../support/advanceDesk.ts";
import { sellCodes } from "../../support/soldPlans.ts";
import type { TestApp } from "../../support/testApp.ts";
import type { Kill, Killed } from "./killTable.ts";

/** Something that is begun by one request, and what must be true of it once, and only once, in the end. */
export interface Matter {
  readonly killed: Killed;
  readonly as: Parameters<TestApp["authorization"]>[0];
  readonly route: string;
  readonly body: object;
  readonly rootId: string;
  /** The root's number of what money moves for; of a renewal, the contract. */
  readonly no: number;
}

/** The application, ready for so many kills: paid orders, claims, holds that wait for a person, plans. */
export async function killStock(kills: readonly Kill[]): Promise<{ app: TestApp; matters: Matter[] }> {
  const desk = await advanceDesk();
  const { app } = desk;
  const waiting: Shipped[] = [];
  for (const { killed } of kills) {
    if (killed === "capture" || killed === "release") {
      waiting.push(await desk.shipped());
    }
  }
  await comeTooLate(desk, waiting);
  const matters: Matter[] = [];
  for (const { killed } of kills) {
    matters.push(await MAKERS[killed](desk, waiting, matters.length));
  }
  await app.platform.jobs.drained();
  await app.platform.jobs.stop();
  return { app, matters };
}

/** Old devices that come after their deadline are for a person: nothing happens to their holds by itself. */
async function comeTooLate(desk: AdvanceDesk, claims: readonly Shipped[]): Promise<void> {
  const [first] = claims;
  if (first === undefined) {
    return;
  }
  const { dueAt } = await desk.hold(first.id);
  assert(dueAt !== null, "what has left is due");
  await desk.app.moveTo(dueAt.add({ hours: 24 }).toString());
  for (const { id, serial } of claims) {
    const { status, body } = await desk.bench("intake", id, {
      serial,
      parts: ALL_PARTS,
      condition: "crashed",
    });
    assert.equal(status, 200, JSON.stringify(body));
  }
  await desk.days(4);
}

/** A claim whose replacement has left. */
type Shipped = Awaited<ReturnType<AdvanceDesk["shipped"]>>;

type Maker = (desk: AdvanceDesk, waiting: Shipped[], index: number) => Promise<Matter>;

const MAKERS: Readonly<Record<Killed, Maker>> = {
  refund: async ({ app }) => {
    const orderId = await paidOrder(app);
    const body = { charge: `chg_${orderId}_1`, amount: { amount: 1_000, currency: "EUR" }, reason: "kind" };
    return { killed: "refund", as: "staff", route: "POST /v1/refunds", body, rootId: orderId, no: 1 };
  },
  hold: async (desk) => {
    const { body } = await desk.report();
    const { id } = body.claim as { id: string };
    const key = readPublicId("clm", id);
    assert(key !== undefined);
    const route = `POST /v1/claims/${id}/payment`;
    const matter = { as: EVA, route, body: { method: "test_success" } } as const;
    return { killed: "hold", ...matter, rootId: key.rootId, no: 1 };
  },
  capture: (desk, waiting) => ofHold(desk, waiting, "capture"),
  release: (desk, waiting) => ofHold(desk, waiting, "release"),
  renew: async ({ app }, _, index) => {
    const id = await plan(app, index);
    const route = `POST /v1/contracts/${id}/renewal`;
    const rootId = readPublicId("ctr", id)?.rootId ?? "";
    return {
      killed: "renew",
      as: "integrator",
      route,
      body: { method: "test_success", country: "PL" },
      rootId,
      no: 1,
    };
  },
};

/** A capture as large as this one takes two people: one has asked, and what is killed is the other's. */
async function ofHold(desk: AdvanceDesk, waiting: Shipped[], killed: "capture" | "release"): Promise<Matter> {
  const { rootId, no, authorisations } = await desk.hold(waiting.pop()?.id ?? "");
  const cover = authorisations.findLast(({ state }) => state === "placed");
  assert(cover !== undefined, "it is covered");
  const matter = { killed, as: "manager", rootId, no: cover.no } as const;
  const route = `POST /v1/holds/hld_${rootId}_${no}`;
  if (killed === "release") {
    return { ...matter, route: `${route}/release`, body: { reason: "settled" } };
  }
  const asked = await desk.app.call("manager ann@example.org", `${route}/capture`, { reason: "settled" });
  assert.equal(asked.status, 200, JSON.stringify(asked.body));
  return { ...matter, route: `${route}/capture-approval`, body: { decision: "approve" } };
}

async function paidOrder(app: TestApp): Promise<string> {
  const order = await app.call("reseller", "POST /v1/orders", {
    lines: [{ sku: "U-3889316", quantity: 1 }],
    buyer: { email: "shop@example.org", name: "A shop", country: "EE" },
    delivery: { option: "email" },
  });
  const id = String(order.body.id);
  await app.call("reseller", `POST /v1/orders/${id}/payment`, { method: "test_success" });
  return id.slice("ord_".length);
}

async function plan(app: TestApp, index: number): Promise<string> {
  const [code] = await sellCodes(app, { sku: "CARE-1Y-MAVIC-PRO", count: 1, region: "EU" });
  const { status, body } = await app.call("integrator", "POST /v1/activations", {
    ...{ code, serial: `MVP7${String(index).padStart(7, "0")}` },
    device: { activatedAt: "never", region: "EU" },
    holder: { name: "Ada", email: "ada@example.com" },
  });
  assert.equal(status, 201, JSON.stringify(body));
  return (body.contract as { id: string }).id;
}
