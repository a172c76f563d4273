import { Type } from "typebox";
import { modelNamed } from "../catalogue/index.ts";
import { normaliseSerial } from "../contracts/index.ts";
import { personsInSight, sightOf } from "../identity/index.ts";
import { badField, PageQuery, read, readPublicId, Serial, shape, wrongCursor } from "../platform/index.ts";
import {
  countOpenVerifications,
  pageOfVerifications,
  verificationByNo,
  verificationFields,
  verificationId,
  verificationKinds,
  verificationRow,
  verificationStates,
} from "./verifications/index.ts";

const PAGE = 50;

/** GET /v1/verifications: what is to be looked at, the oldest first; for an owner, their own. */
export const listVerifications = read({
  route: "GET /v1/verifications",
  permission: "verification.read",
  summary:
    "Lists verifications by state, kind or serial, the oldest first, with how many stand at each state",
  query: shape({
    ...PageQuery,
    /** One or more states, separated by commas. */
    state: Type.Optional(Type.String({ maxLength: 120 })),
    kind: Type.Optional(Type.Enum([...verificationKinds])),
    serial: Type.Optional(Serial),
    /** Only those whose time is over. */
    overdue: Type.Optional(Type.Boolean()),
  }),
  reply: shape({
    data: Type.Array(shape(verificationFields)),
    nextCursor: Type.Union([Type.String(), Type.Null()]),
    /** How many stand at each state that is not over; empty for owners. */
    counts: Type.Record(Type.String(), Type.Integer()),
  }),
  csv: true,
  run: async (db, { limit = PAGE, after, state, kind, serial, overdue = false }) => {
    const sight = sightOf(db.caller);
    const persons = sight.office ? null : [...(await personsInSight(db, sight))];
    const from = after === undefined ? undefined : await placeOf(db, after);
    const rows = await pageOfVerifications(
      db,
      ...[statesIn(state), kind ?? null, serial === undefined ? null : normaliseSerial(serial), persons],
      ...[overdue ? db.at : null, from?.askedAt ?? null, from?.deviceId ?? null, from?.no ?? null, limit + 1],
    );
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const counts = sight.office ? await countOpenVerifications(db) : [];
    return {
      data: await Promise.all(
        shown.map(async (row) => {
          const modelName = (await modelNamed(db, row.model))?.name ?? row.model;
          return verificationRow(row, { model: row.model, modelName });
        }),
      ),
      nextCursor: last === undefined ? null : verificationId(last),
      counts: Object.fromEntries(counts.map((one) => [one.state, one.count])),
    };
  },
});

async function placeOf(db: Parameters<typeof verificationByNo>[0], after: string) {
  const { rootId, no } = readPublicId("vrf", after) ?? {};
  const found = rootId === undefined || no === undefined ? undefined : await verificationByNo(db, rootId, no);
  if (found === undefined) {
    throw wrongCursor();
  }
  return found;
}

function statesIn(text: string | undefined): readonly string[] | null {
  const wanted = text?.split(",") ?? null;
  const unknown = wanted?.find((name) => !verificationStates.some((known) => known === name));
  if (unknown !== undefined) {
    const says = `There is no state ${unknown}: ${verificationStates.join(", ")}.`;
    throw badField("/query/state", "not_listed", says);
  }
  return wanted;
}
