import { Type } from "typebox";
import { packOf } from "../catalogue/index.ts";
import { IdParams, notFound, read, shape } from "../platform/index.ts";
import { caseOf, claimFacts } from "./claimFacts.ts";
import { readClaim } from "./readClaim.ts";
import { termsOfCase } from "./termsOfCase.ts";

/**
 * GET /v1/claims/{id}/facts: what the bench's own engine decides by, without findings: those are being made.
 * Apart from the claim's page, which is asked for every few seconds and by owners too.
 */
export const showFacts = read({
  route: "GET /v1/claims/{id}/facts",
  permission: "claim.inspect",
  summary: "The facts of a case before its inspection, and where the terms are that it is judged by.",
  params: IdParams,
  reply: shape({
    /** In the names of the vocabulary; `at` is now. */
    facts: Type.Record(Type.String(), Type.Unknown()),
    /** The terms it is judged by, as GET /v1/terms/{programme}/pack is asked for them; null without any. */
    terms: Type.Union([
      shape({ programme: Type.String(), version: Type.String(), digest: Type.String() }),
      Type.Null(),
    ]),
    /** The version that binds the contract, where a later one judges what happened, as receipts name it. */
    contract: Type.Optional(shape({ version: Type.String(), hash: Type.String() })),
  }),
  run: async (db, { id }) => {
    const found = await readClaim(db, id);
    if (found === undefined) {
      throw notFound("claim");
    }
    const { claim, record } = found;
    const contract = record.contracts.find(({ no }) => no === claim.contractNo);
    const terms = await termsOfCase(db, record, { ...claim, contract });
    const pack = terms && (await packOf(db, terms.programme, terms.version));
    const facts = claimFacts(record, { ...caseOf(claim), findings: null }, db.at);
    if (terms === undefined || pack === undefined) {
      return { facts: { ...facts }, terms: null };
    }
    const { programme, version } = terms;
    const binding = terms.decide("coverage", { at: facts.at }).terms.contract;
    return {
      facts: { ...facts },
      terms: { programme, version, digest: pack.digest },
      ...(binding === undefined ? {} : { contract: binding }),
    };
  },
});
