import { Type } from "typebox";
import { sightOf as seenByOffice } from "../../identity/index.ts";
import {
  badField,
  Instant,
  PageQuery,
  page,
  read,
  readPublicId,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { sightOf } from "../sight.ts";
import { type SoldCode, SoldCodeSchema, soldCodeStates, soldCodeView } from "./soldCode.ts";
import { pageOfSoldCodes } from "./soldCodeStore.ts";

/** GET /v1/codes: the codes of a reseller's orders, all for the office: states and dates. */
export const listSoldCodes = read({
  route: "GET /v1/codes",
  permission: "sold_code.read",
  summary: "Lists sold codes with their states and dates, those of the newest order first.",
  query: shape({
    ...PageQuery,
    state: Type.Optional(Type.Enum([...soldCodeStates])),
    sku: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    order: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    batch: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    /** The last four characters. */
    last4: Type.Optional(Type.String({ pattern: "^[0-9A-Z]{4}$" })),
    /** Sold from this instant on. */
    since: Type.Optional(Instant),
  }),
  reply: page(SoldCodeSchema),
  csv: true,
  async run(db, { after, limit = 50, state, sku, order, batch, last4, since }) {
    const [behind, digest] = after === undefined ? ["", Buffer.alloc(0)] : readCursor(after);
    const found = await pageOfSoldCodes(
      db,
      ...sightOf(db.caller),
      ...[behind, digest, state ?? null, sku ?? null],
      ...[idOf("ord", "order", order), idOf("bat", "batch", batch), last4 ?? null],
      ...[since === undefined ? null : Temporal.Instant.from(since), limit + 1],
    );
    const codes = found.slice(0, limit);
    const last = codes.at(-1);
    const { office } = seenByOffice(db.caller);
    return {
      data: codes.map((code) => soldCodeView(code, office)),
      nextCursor: found.length > limit && last !== undefined ? cursorOf(last) : null,
    };
  },
});

function idOf(prefix: "ord" | "bat", field: string, id: string | undefined): string | null {
  const read = id === undefined ? undefined : readPublicId(prefix, id);
  if (id !== undefined && read === undefined) {
    throw badField(`/query/${field}`, "no_such_id", `Send an id as it is shown: ${prefix}_… .`);
  }
  return read?.rootId ?? null;
}

function cursorOf({ orderId, digest }: SoldCode): string {
  return `${orderId}.${digest.toString("base64url")}`;
}

function readCursor(text: string): readonly [string, Buffer] {
  const [, orderId, digest] = /^([0-9a-hjkmnp-tv-z]{26})\.([\w-]{43})$/.exec(text) ?? [];
  if (orderId === undefined || digest === undefined) {
    throw wrongCursor();
  }
  return [orderId, Buffer.from(digest, "base64url")];
}
