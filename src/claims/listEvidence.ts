import { Type } from "typebox";
import { IdParams, PageQuery, page, read, shape, wrongCursor } from "../platform/index.ts";
import { EvidenceShape, evidenceOfCase, purposes, sideOf, toEvidence } from "./evidence/index.ts";
import { readEvidenceCase } from "./evidenceCase.ts";

/** GET /v1/claims/{id}/evidence: what the caller sees of a case's photos, videos, logs and papers. */
export const listEvidence = read({
  route: "GET /v1/claims/{id}/evidence",
  permission: "evidence.read",
  summary: "Evidence of a case in the order it was added; an owner sees their own and what is shared.",
  params: IdParams,
  query: shape({ ...PageQuery, purpose: Type.Optional(Type.Enum([...purposes])) }),
  reply: page(EvidenceShape),
  csv: true,
  run: async (db, { id, limit = 100, after, purpose }) => {
    if (after !== undefined && !/^\d{1,9}$/.test(after)) {
      throw wrongCursor();
    }
    const of = await readEvidenceCase(db, id);
    const { deviceId, belongsTo, ofNo } = of;
    const isOwner = sideOf(db.caller) === "owner";
    const rows = await evidenceOfCase(
      db,
      ...[deviceId, belongsTo, ofNo, Number(after ?? 0), limit + 1, isOwner, purpose ?? null],
    );
    const shown = rows.slice(0, limit);
    return {
      data: shown.map((item) => toEvidence(item, of, db.caller)),
      nextCursor: rows.length > limit ? String(shown.at(-1)?.no) : null,
    };
  },
});
