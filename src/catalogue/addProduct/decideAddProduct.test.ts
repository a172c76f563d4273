import { equal } from "node:assert/strict";
import { test } from "node:test";
import { referenceTerms } from "../../../test/support/referenceTerms.ts";
import { decideAddProduct, type NewProduct, planFault } from "./decideAddProduct.ts";

const terms = referenceTerms();
const at = Temporal.Instant.from("2026-06-30T22:00:00Z");

const told = (
  soldAs: NewProduct["soldAs"],
  plan: string | null,
  models: readonly string[] = [],
): NewProduct => ({
  ...{ soldAs, plan, models },
});
const camera = ["osmo-action-4"];

/** What is added, whether its programme has terms, and what is wrong with it. */
const FAULTS: readonly (readonly [NewProduct, boolean, string | undefined])[] = [
  [told("goods", null), false, undefined],
  [told("goods", "care-2y"), false, "goods_have_no_plan"],
  [told("goods", null), true, "goods_have_no_plan"],
  [told("code", "care-2y", camera), true, undefined],
  [told("renewal", "care-2y", camera), true, undefined],
  [told("code", null, camera), true, "plan_needed"],
  [told("code", "care-2y", camera), false, "plan_needed"],
  [told("renewal", null), true, "plan_needed"],
  [told("code", "care-9y", camera), true, "unknown_plan"],
  [told("renewal", "care-9y", camera), true, "unknown_plan"],
];

for (const [wanted, hasTerms, code] of FAULTS) {
  const { soldAs, plan } = wanted;
  test(`${soldAs} of ${plan ?? "no plan"}${hasTerms ? " with terms" : ""}: ${code ?? "is a product"}`, () => {
    const fault = planFault({ at, wanted, terms: hasTerms ? terms : undefined });
    equal(fault?.code, code);
    equal(fault?.pointer, code === undefined ? undefined : "/plan");
  });
}

test("a plan that is unknown is told which there are", () => {
  const fault = planFault({ at, wanted: told("code", "care-9y", camera), terms });
  equal(
    fault?.message.endsWith(
      terms
        .plans()
        .map(({ product }) => product)
        .join(", ")
        .concat("."),
    ),
    true,
  );
});

/** What is added, and why the terms do not let it be sold in any region. */
const OFFERS: readonly (readonly [NewProduct, string | undefined])[] = [
  [told("code", "care-2y", camera), undefined],
  [told("code", "care-2y", ["no-such-model"]), "plan_not_sold"],
  [told("code", "care-2y", ["no-such-model", ...camera]), undefined],
  [told("renewal", "care-2y", ["no-such-model"]), undefined],
  [told("goods", null, ["no-such-model"]), undefined],
];

for (const [wanted, code] of OFFERS) {
  test(`${wanted.soldAs} for ${wanted.models.join(" and ")}: ${code ?? "may be sold"}`, () => {
    const { refused } = decideAddProduct({
      at,
      wanted,
      terms: wanted.soldAs === "goods" ? undefined : terms,
    });
    equal(refused?.code, code);
    equal(refused?.receipt !== undefined, code !== undefined, "a refusal has its receipt");
  });
}
