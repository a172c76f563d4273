import { type Static, Type } from "typebox";
import {
  badField,
  Month,
  PageQuery,
  page,
  publicId,
  read,
  readPublicId,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { type BatchRow, type ResellerRow, settledBatches, settledResellers } from "./settlementStore.ts";

const PAGE = 50;
const Count = Type.Integer();
const Told = Type.Union([Type.String(), Type.Null()]);

const SettlementRow = shape({
  batch: Told,
  sku: Told,
  region: Told,
  /** `2026-06`, by UTC: when they were sold. */
  month: Told,
  /** Null is whoever bought for themselves. */
  reseller: Told,
  name: Told,
  minted: Count,
  stock: Count,
  sold: Count,
  delivered: Count,
  redeemed: Count,
  void: Count,
  expired: Count,
  /** What was minted less all of them: it is 0, or something is wrong. */
  difference: Count,
});
type SettlementRow = Static<typeof SettlementRow>;

/** GET /v1/code-settlement: what became of every code, by batch or by reseller and month, to zero. */
export const listSettlement = read({
  route: "GET /v1/code-settlement",
  permission: "settlement.read",
  summary: "Settles codes: what was minted is in stock, sold, delivered, redeemed, void or expired, to zero",
  query: shape({
    ...PageQuery,
    by: Type.Enum(["batch", "reseller"]),
    month: Type.Optional(Month),
    /** Its id, or `nobody` for those who bought for themselves. */
    reseller: Type.Optional(Type.String({ maxLength: 40 })),
  }),
  reply: page(SettlementRow),
  csv: true,
  async run(db, { by, month, reseller, after, limit = PAGE }) {
    if (by === "batch") {
      const from = after === undefined ? "" : (readPublicId("bat", after)?.rootId ?? wrong());
      const found = await settledBatches(db, from, limit + 1);
      return cut(found, limit, ofBatch, (row) => publicId("bat", row.batchId));
    }
    const [, at, behind] = /^(\d{4}-\d{2})-([0-9a-z]*)$/.exec(after ?? "") ?? [];
    if (after !== undefined && at === undefined) {
      return wrong();
    }
    const whose = reseller === undefined ? null : resellerKey(reseller);
    const found = await settledResellers(db, at ?? null, behind ?? null, month ?? null, whose, limit + 1);
    return cut(found, limit, ofReseller, (row) => `${row.month}-${row.resellerId ?? ""}`);
  },
});

/** What the queries call a reseller. Errors: Problem 400. */
export function resellerKey(reseller: string): string {
  const key = reseller === "nobody" ? reseller : readPublicId("rsl", reseller)?.rootId;
  if (key === undefined) {
    throw badField("/query/reseller", "unknown_id", "Send the id of a reseller, or nobody.");
  }
  return key;
}

function wrong(): never {
  throw wrongCursor();
}

function cut<Row, View>(
  found: readonly Row[],
  limit: number,
  view: (row: Row) => View,
  cursor: (row: Row) => string,
): { data: View[]; nextCursor: string | null } {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    data: shown.map(view),
    nextCursor: found.length > limit && last !== undefined ? cursor(last) : null,
  };
}

function ofBatch({ batchId, ...row }: BatchRow): SettlementRow {
  return { batch: publicId("bat", batchId), month: null, reseller: null, name: null, ...row };
}

function ofReseller({ resellerId, ...row }: ResellerRow): SettlementRow {
  const reseller = resellerId === null ? null : publicId("rsl", resellerId);
  return { batch: null, sku: null, region: null, reseller, ...row };
}
