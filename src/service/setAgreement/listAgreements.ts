import { Type } from "typebox";
import { PageQuery, page, read, shape, wrongCursor } from "../../platform/index.ts";
import { AgreementSchema, agreementView, pageOfAgreements } from "../recoveries/index.ts";

const DEFAULT_LIMIT = 50;
/** A supplier and the day its agreement begins. */
const PLACE = /^[a-z][a-z0-9-]{0,29} \d{4}-\d{2}-\d{2}$/;

/** GET /v1/recovery-agreements: what suppliers pay back, by supplier and day. */
export const listAgreements = read({
  route: "GET /v1/recovery-agreements",
  permission: "recovery.read",
  summary: "Lists what suppliers pay back for defects, by supplier and first day",
  query: shape({ ...PageQuery, supplier: Type.Optional(Type.String({ maxLength: 30 })) }),
  reply: page(AgreementSchema),
  async run(db, { supplier, after, limit = DEFAULT_LIMIT }) {
    if (after !== undefined && !PLACE.test(after)) {
      throw wrongCursor();
    }
    const found = await pageOfAgreements(db, after ?? "", supplier ?? null, limit + 1);
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      data: shown.map(agreementView),
      nextCursor: last === undefined ? null : `${last.supplier} ${last.validFrom}`,
    };
  },
});
