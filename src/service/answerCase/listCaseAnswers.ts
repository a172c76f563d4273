import { Type } from "typebox";
import {
  Instant,
  PageQuery,
  page,
  publicId,
  type ReadContext,
  read,
  readPublicId,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { answersByCentre, caseAnswerOf, easyWords, pageOfCaseAnswers } from "./caseAnswerStore.ts";

const DEFAULT_LIMIT = 50;
const OrNull = Type.Union([Type.String(), Type.Null()]);

/** GET /v1/case-answers: what owners said of their closed cases. */
export const listCaseAnswers = read({
  route: "GET /v1/case-answers",
  permission: "case_answer.read",
  summary: "Whether owners found their cases easy, the newest first; of one centre, or one answer.",
  query: shape({
    ...PageQuery,
    easy: Type.Optional(Type.Enum([...easyWords])),
    centre: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
  }),
  reply: page(
    shape({
      claimId: Type.String(),
      easy: Type.Enum([...easyWords]),
      centreId: OrNull,
      centre: OrNull,
      at: Instant,
    }),
  ),
  csv: true,
  run: async (db, { after, limit = DEFAULT_LIMIT, easy, centre }) => {
    const place = await placeOf(db, after);
    const centreId = centre === undefined ? null : (readPublicId("cen", centre)?.rootId ?? "");
    const found = await pageOfCaseAnswers(db, ...place, easy ?? null, centreId, limit + 1);
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      data: shown.map((row) => ({
        claimId: publicId("clm", row.deviceId, row.claimNo),
        easy: row.easy,
        centreId: row.centreId === null ? null : publicId("cen", row.centreId),
        ...{ centre: row.centre, at: row.at.toString() },
      })),
      nextCursor: last === undefined ? null : publicId("clm", last.deviceId, last.claimNo),
    };
  },
});

/** GET /v1/case-answers/centres: the same counted, of a time. */
export const countCaseAnswers = read({
  route: "GET /v1/case-answers/centres",
  permission: "case_answer.read",
  summary: "How many owners found their cases easy, partly or not, by centre; of 90 days unless told.",
  query: shape({ from: Type.Optional(Instant), to: Type.Optional(Instant) }),
  reply: shape({
    from: Instant,
    to: Instant,
    centres: Type.Array(
      shape({
        centreId: OrNull,
        centre: OrNull,
        yes: Type.Integer(),
        partly: Type.Integer(),
        no: Type.Integer(),
      }),
    ),
  }),
  run: async (db, { from, to }) => {
    const end = to === undefined ? db.at.add({ seconds: 1 }) : Temporal.Instant.from(to);
    const start = from === undefined ? end.subtract({ hours: 24 * 90 }) : Temporal.Instant.from(from);
    const rows = await answersByCentre(db, start, end);
    const centres = rows.map(({ centreId, ...row }) => ({
      ...row,
      centreId: centreId === null ? null : publicId("cen", centreId),
    }));
    return { from: start.toString(), to: end.toString(), centres };
  },
});

async function placeOf(db: ReadContext, after: string | undefined): Promise<readonly unknown[]> {
  if (after === undefined) {
    return [null, null, null];
  }
  const { rootId = "", no = 0 } = readPublicId("clm", after) ?? {};
  const last = await caseAnswerOf(db, rootId, no);
  if (last === undefined) {
    throw wrongCursor();
  }
  return [last.at, rootId, no];
}
