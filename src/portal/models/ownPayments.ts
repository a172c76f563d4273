import { listClaims } from "../../claims/index.ts";
import { listOrders } from "../../commerce/index.ts";
import { listContracts, readDevice } from "../../contracts/index.ts";
import { isOwner, isOwnerOrGuest } from "../../identity/index.ts";
import {
  listRefunds,
  type PaidCharge,
  paidOfRoots,
  type RefundView,
  refundsOfRoots,
  refundView,
} from "../../money/index.ts";
import { publicId, readPublicId } from "../../platform/index.ts";
import { everyRow } from "../visit/everyRow.ts";
import { ask, reader, type Visit } from "../visit/visit.ts";

/** What a visitor paid, and what of it was paid back; each the newest first. */
export interface OwnPayments {
  readonly payments: readonly PaidCharge[];
  readonly refunds: readonly RefundView[];
}

/** The payments of the orders and devices that are the visitor's own. Somebody's who works here are none. */
export async function ownPayments(visit: Visit): Promise<OwnPayments> {
  const isTheirs = isOwnerOrGuest(visit.caller);
  const [orders, contracts, claims] = await Promise.all([
    isTheirs || visit.caller.role === "reseller" ? everyRow(visit, listOrders, {}) : [],
    isTheirs ? everyRow(visit, listContracts, {}) : [],
    isTheirs ? everyRow(visit, listClaims, {}) : [],
  ]);
  const orderIds = orders.map(({ id }) => readPublicId("ord", id)?.rootId);
  const deviceIds = new Set([
    ...contracts.map(({ deviceId }) => deviceId),
    ...claims.map(({ deviceId }) => deviceId),
  ]);
  const seen = new Set((await Promise.all([...deviceIds].map((id) => chargesSeen(visit, id)))).flat());
  const roots = [...orderIds, ...[...deviceIds].map((id) => readPublicId("dev", id)?.rootId)];
  const db = reader(visit);
  const [paid, back] = await Promise.all([paidOfRoots(db, roots), refundsOfRoots(db, roots)]);
  const ofOrders = new Set(orderIds);
  const isOwn = (rootId: string, no: number) => ofOrders.has(rootId) || seen.has(publicId("chg", rootId, no));
  return {
    payments: paid.filter(({ rootId, no }) => isOwn(rootId, no)),
    refunds: isOwner(visit.caller)
      ? await everyRow(visit, listRefunds, {})
      : back.filter(({ rootId, chargeNo }) => chargeNo !== null && isOwn(rootId, chargeNo)).map(refundView),
  };
}

/** The captured charges of a device that its visitor may know of: an earlier holder's are not among them. */
export async function chargesSeen(visit: Visit, deviceId: string): Promise<readonly string[]> {
  const { timeline } = await ask(visit, readDevice, { id: deviceId });
  const rootId = readPublicId("dev", deviceId)?.rootId ?? "";
  return timeline
    .filter(({ type }) => type === "charge.captured")
    .map(({ data }) => publicId("chg", rootId, Number(data.chargeNo)));
}
