import { Type } from "typebox";
import {
  badField,
  IdParams,
  Instant,
  notFound,
  PageQuery,
  page,
  read,
  readPublicId,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { accountIsThere, postingsOfAccount, postingsOfRoot } from "./ledgerPageStore.ts";
import { readAccountId } from "./listAccounts.ts";
import { PostingSchema, postingView } from "./postingView.ts";

const PAGE = 50;
const Id = Type.Optional(Type.String({ maxLength: 80 }));

/**
 * GET /v1/ledger/postings: what was posted for an order, a device, a charge, a plan that was sold, or one
 * source.
 */
export const listPostings = read({
  route: "GET /v1/ledger/postings",
  permission: "money.read",
  summary: "Lists what was posted for an order or device (root), a charge or a sale, in its order",
  query: shape({
    ...PageQuery,
    root: Id,
    charge: Id,
    sale: Id,
    source: Type.Optional(Type.String({ maxLength: 120 })),
  }),
  reply: page(PostingSchema),
  csv: true,
  async run(db, { limit = PAGE, after = "0", root, charge, sale, source = null }) {
    if (!/^\d{1,9}$/.test(after)) {
      throw wrongCursor();
    }
    const [ofCharge, ofSale] = [
      numbered("chg", "/query/charge", charge),
      numbered("sal", "/query/sale", sale),
    ];
    const rootId = ofCharge?.rootId ?? ofSale?.rootId ?? readRoot(root);
    const asked = [rootId, source, ofCharge?.no ?? null, ofSale?.no ?? null, limit + 1, Number(after)];
    const rows = await postingsOfRoot(db, ...asked);
    const shown = rows.slice(0, limit);
    return {
      data: shown.map(postingView),
      nextCursor: rows.length > limit ? String(shown.at(-1)?.no) : null,
    };
  },
});

/** GET /v1/ledger/accounts/{id}/postings: what went through an account, the newest first. */
export const listAccountPostings = read({
  route: "GET /v1/ledger/accounts/{id}/postings",
  permission: "money.read",
  summary: "Lists what went through an account, the newest first, between two instants",
  params: IdParams,
  query: shape({ ...PageQuery, from: Type.Optional(Instant), until: Type.Optional(Instant) }),
  reply: page(PostingSchema),
  csv: true,
  async run(db, { id, limit = PAGE, after, from = "0001-01-01T00:00:00Z", until = LAST }) {
    const place = readPlace(after);
    const accountId = /^\d{1,15}$/.test(id) ? readAccountId(id, "/params/id") : undefined;
    if (accountId === undefined || !(await accountIsThere(db, accountId)).isThere) {
      throw notFound("account");
    }
    const within = [from, until].map((text) => Temporal.Instant.from(text));
    const rows = await postingsOfAccount(db, accountId, ...within, ...place, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      data: shown.map(postingView),
      nextCursor:
        rows.length > limit && last !== undefined
          ? `${last.at.epochNanoseconds}-${last.rootId}-${last.no}`
          : null,
    };
  },
});

const LAST = "9999-12-31T00:00:00Z";

/** The place a page begins before, as the query takes it. */
function readPlace(text: string | undefined): [Temporal.Instant, string, number] {
  if (text === undefined) {
    return [Temporal.Instant.from(LAST), "", 0];
  }
  const [, at, rootId, no] = /^(\d{1,19})-([0-9a-z]{1,40})-(\d{1,9})$/.exec(text) ?? [];
  if (at === undefined || rootId === undefined) {
    throw wrongCursor();
  }
  return [Temporal.Instant.fromEpochNanoseconds(BigInt(at)), rootId, Number(no)];
}

function numbered(
  prefix: "chg" | "sal",
  pointer: string,
  text: string | undefined,
): { rootId: string; no: number } | undefined {
  if (text === undefined) {
    return undefined;
  }
  const key = readPublicId(prefix, text);
  if (key?.no === undefined) {
    throw badField(pointer, "id", `Send an id that begins with ${prefix}_.`);
  }
  return { rootId: key.rootId, no: key.no };
}

/** A root is an order, a device, or what else posts under an id of its own. */
function readRoot(text: string | undefined): string {
  const id = text === undefined ? undefined : /^(?:[a-z]{3}_)?([0-9a-z]{1,40})(?:_\d+)?$/.exec(text)?.[1];
  if (id === undefined) {
    const says =
      "Name a root (an order or a device), a charge or a sale. What an account has is under the account.";
    throw badField("/query/root", "missing", says);
  }
  return id;
}
