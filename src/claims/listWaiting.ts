import { type Static, Type } from "typebox";
import { modelNamed } from "../catalogue/index.ts";
import { Instant, PageQuery, page, type ReadContext, read, shape, wrongCursor } from "../platform/index.ts";
import { claimId } from "./claim.ts";
import { type WaitingCase, waitingCases } from "./messages/index.ts";

/** A case whose owner waits for an answer. */
const WaitingShape = shape({
  claimId: Type.String(),
  serial: Type.String(),
  modelName: Type.String(),
  /** Since when, how many messages, and the newest of them. */
  since: Instant,
  count: Type.Integer(),
  no: Type.Integer(),
  text: Type.String(),
  verified: Type.Boolean(),
});

const DEFAULT_LIMIT = 50;

/** GET /v1/messages: the cases whose owners wait for an answer, the longest first. */
export const listWaiting = read({
  route: "GET /v1/messages",
  permission: "message.settle",
  summary: "Cases whose owners wait for an answer, those who wait longest first.",
  query: shape(PageQuery),
  reply: page(WaitingShape),
  csv: true,
  run: async (db, { after, limit = DEFAULT_LIMIT }) => {
    const rows = await waitingCases(db, ...placeOf(after), limit + 1);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      data: await Promise.all(shown.map((row) => view(db, row))),
      nextCursor: last === undefined ? null : `${last.since.toString()}~${last.deviceId}~${last.claimNo}`,
    };
  },
});

function placeOf(after: string | undefined): readonly unknown[] {
  if (after === undefined) {
    return [null, null, null];
  }
  const [, at, deviceId, no] = /^([\dTZ:.-]{20,30})~([0-9a-z]{26})~(\d{1,6})$/.exec(after) ?? [];
  try {
    return [Temporal.Instant.from(at ?? ""), deviceId, Number(no)];
  } catch {
    throw wrongCursor();
  }
}

async function view(db: ReadContext, row: WaitingCase): Promise<Static<typeof WaitingShape>> {
  const { deviceId, claimNo, serial, model, since, count, no, text, isVerified } = row;
  return {
    claimId: claimId({ deviceId, no: claimNo }),
    ...{ serial, modelName: (await modelNamed(db, model))?.name ?? model, since: since.toString() },
    ...{ count, no, text, verified: isVerified },
  };
}
