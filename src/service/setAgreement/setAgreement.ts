import assert from "node:assert/strict";
import { rootOf, supplierNamed } from "../../catalogue/index.ts";
import { accepted, act, badField } from "../../platform/index.ts";
import { AgreementBody, AgreementSchema, agreementView, saveAgreement } from "../recoveries/index.ts";

/** PUT /v1/recovery-agreements: what a supplier pays back from a day on. What has arisen stays as it is. */
export const setAgreement = act({
  route: "PUT /v1/recovery-agreements",
  permission: "recovery.agree",
  summary: "Sets what a supplier pays back for defects from a day on, for what, and in which time",
  body: AgreementBody,
  reply: AgreementSchema,
  dryRun: true,
  run: async (tx, told, at) => {
    const { supplier, validFrom, kind, models, series, currency, labourMinor, parts, months } = told;
    if ((await supplierNamed(tx, supplier)) === undefined) {
      throw badField("/supplier", "unknown_supplier", "There is no such supplier: add it first.");
    }
    if (new Set(parts.map(({ part }) => part)).size < parts.length) {
      throw badField("/parts", "twice", "A part stands twice: keep one of its amounts.");
    }
    const prices = JSON.stringify(Object.fromEntries(parts.map(({ part, minor }) => [part, minor])));
    const scope = [
      kind,
      models,
      series,
      currency,
      labourMinor,
      prices,
      months,
      told.claimDays,
      told.answerDays,
    ];
    const set = await saveAgreement(tx, supplier, validFrom, ...scope, at, tx.caller.id);
    assert(set !== undefined, "an agreement that is set is there");
    tx.record(rootOf("supplier", supplier), [
      { type: "RecoveryAgreed", supplier, validFrom, version: set.version },
    ]);
    return accepted(agreementView(set));
  },
});
