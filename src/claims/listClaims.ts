import { Type } from "typebox";
import { normaliseSerial } from "../contracts/index.ts";
import { personsInSight, sightOf } from "../identity/index.ts";
import {
  badField,
  PageQuery,
  type ReadContext,
  read,
  readPublicId,
  Serial,
  shape,
} from "../platform/index.ts";
import { ClaimShape, channels, claimId, claimStates, toClaim } from "./claim.ts";
import { claimByNo, countOpenClaims, listClaimRows } from "./store.ts";

/** A row of the queue: the claim, and the model it is about. */
const ListedClaim = shape({ ...ClaimShape.properties, model: Type.String() });

/** GET /v1/claims: the work queue, oldest first; for an owner, their own claims. */
export const listClaims = read({
  route: "GET /v1/claims",
  permission: "claim.read",
  summary: "Claims, oldest first, by state, channel or serial; with the number of open claims at each step.",
  query: shape({
    ...PageQuery,
    /** One or more states, separated by commas. */
    state: Type.Optional(Type.String({ maxLength: 120 })),
    channel: Type.Optional(Type.Enum([...channels])),
    serial: Type.Optional(Serial),
  }),
  reply: shape({
    data: Type.Array(ListedClaim),
    nextCursor: Type.Union([Type.String(), Type.Null()]),
    /** Open claims by state; empty for owners. */
    counts: Type.Record(Type.String(), Type.Integer()),
  }),
  run: async (db, { limit = 50, after, state, channel, serial }) => {
    const [persons, cursor] = await Promise.all([personsOfOwner(db), cursorOf(db, after)]);
    const normal = serial === undefined ? null : normaliseSerial(serial);
    const filter = [readStates(state), channel ?? null, normal, persons];
    const rows = await listClaimRows(db, ...filter, ...cursor, limit + 1);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const counts = persons === null ? await countOpenClaims(db) : [];
    return {
      data: shown.map((row) => ({ ...toClaim(row, row.dueAt ?? undefined), model: row.device.model })),
      nextCursor: last === undefined ? null : claimId(last),
      counts: Object.fromEntries(counts.map((row) => [row.state, row.count])),
    };
  },
});

/** The persons somebody is known as; null for those who see every claim. */
async function personsOfOwner(db: ReadContext): Promise<readonly string[] | null> {
  const sight = sightOf(db.caller);
  return sight.office ? null : [...(await personsInSight(db, sight))];
}

async function cursorOf(db: ReadContext, after: string | undefined): Promise<readonly unknown[]> {
  if (after === undefined) {
    return [null, null, null];
  }
  const { rootId, no } = readPublicId("clm", after) ?? {};
  const claim = rootId === undefined || no === undefined ? undefined : await claimByNo(db, rootId, no);
  if (claim === undefined) {
    throw badField("/query/after", "cursor", "Send the nextCursor of an earlier page, unchanged.");
  }
  return [claim.openedAt, claim.deviceId, claim.no];
}

function readStates(text: string | undefined): readonly string[] | null {
  if (text === undefined) {
    return null;
  }
  const wanted = text.split(",");
  const unknown = wanted.find((state) => !(claimStates as readonly string[]).includes(state));
  if (unknown !== undefined) {
    throw badField("/query/state", "not_listed", `There is no state ${unknown}: ${claimStates.join(", ")}.`);
  }
  return wanted;
}
