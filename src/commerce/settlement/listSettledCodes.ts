import { Type } from "typebox";
import { codeIdOf, digestsNamed } from "../../contracts/index.ts";
import {
  badField,
  Day,
  Instant,
  Month,
  PageQuery,
  page,
  publicId,
  read,
  readPublicId,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { resellerKey } from "./listSettlement.ts";
import { type SettledCode, settledCodes } from "./settlementStore.ts";

const PAGE = 50;
const states = ["stock", "sold", "delivered", "redeemed", "void", "expired"] as const;
const Told = Type.Union([Type.String(), Type.Null()]);
const At = Type.Union([Instant, Type.Null()]);

/** GET /v1/code-settlement/codes: the codes behind a figure of the settlement, without their secret. */
export const listSettledCodes = read({
  route: "GET /v1/code-settlement/codes",
  permission: "settlement.read",
  summary: "Lists the codes behind a figure of the settlement: their state, and their last four characters",
  query: shape({
    ...PageQuery,
    batch: Type.Optional(Type.String({ maxLength: 40 })),
    month: Type.Optional(Month),
    reseller: Type.Optional(Type.String({ maxLength: 40 })),
    state: Type.Optional(Type.Enum([...states])),
  }),
  reply: page(
    shape({
      id: Type.String(),
      last4: Type.String(),
      sku: Type.String(),
      region: Type.String(),
      state: Type.Enum([...states]),
      order: Told,
      batch: Told,
      soldAt: At,
      redeemedAt: At,
      useBy: Type.Union([Day, Type.Null()]),
      voidedFor: Told,
      /** The code that was issued for it. */
      replacedBy: Told,
    }),
  ),
  csv: true,
  async run(db, { batch, month, reseller, state, after, limit = PAGE }) {
    const digest = after === undefined ? null : readCursor(after);
    const [from, until] = month === undefined ? [null, null] : monthOf(month);
    const found = await settledCodes(
      db,
      ...[digest, batch === undefined ? null : batchKey(batch)],
      ...[reseller === undefined ? null : resellerKey(reseller), from, until, state ?? null, limit + 1],
    );
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      data: shown.map(view),
      nextCursor: found.length > limit && last !== undefined ? codeIdOf(last.digest) : null,
    };
  },
});

function view(code: SettledCode) {
  const { digest, last4, sku, region, isDelivered, orderId, batchId, voidedFor, replacedBy } = code;
  const state: (typeof states)[number] = code.state === "sold" && isDelivered ? "delivered" : code.state;
  return {
    ...{ id: codeIdOf(digest), last4, sku, region, state, voidedFor },
    order: orderId === null ? null : publicId("ord", orderId),
    batch: batchId === null ? null : publicId("bat", batchId),
    soldAt: code.soldAt?.toString() ?? null,
    redeemedAt: code.redeemedAt?.toString() ?? null,
    useBy: code.useBy?.toString() ?? null,
    replacedBy: replacedBy === null ? null : codeIdOf(replacedBy),
  };
}

function batchKey(batch: string): string {
  const key = readPublicId("bat", batch);
  if (key === undefined) {
    throw badField("/query/batch", "unknown_id", "Send the id of a batch.");
  }
  return key.rootId;
}

function readCursor(text: string): Buffer {
  const named = digestsNamed(text);
  if (named === undefined) {
    throw wrongCursor();
  }
  return named.last;
}

/** A month from its first instant to the first of the next, by UTC. */
function monthOf(month: string): [Temporal.Instant, Temporal.Instant] {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const begins = (day: Temporal.PlainDate) => day.toZonedDateTime("UTC").toInstant();
  return [begins(first), begins(first.add({ months: 1 }))];
}
