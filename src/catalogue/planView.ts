import { type Static, Type } from "typebox";
import { Money, shape } from "../platform/index.ts";
import type { Terms } from "../terms/index.ts";
import type { CompiledTerms } from "./compiledTerms.ts";
import type { PlanProduct } from "./product.ts";
import { refusedOffer } from "./refusedOffer.ts";

const FeeView = shape({ nth: Type.Integer(), fee: Money, clause: Type.String() });

/**
 * What a plan page tells, read out of the terms. `regions` are those it is served in, `soldIn` those where
 * a new one may be bought for this product. Length and lengthening are durations in words: `24 months`.
 */
export const PlanView = shape({
  plan: Type.String(),
  termsVersion: Type.String(),
  length: Type.Union([Type.String(), Type.Null()]),
  replacements: Type.Integer(),
  warrantyExtension: Type.Union([Type.String(), Type.Null()]),
  fees: Type.Array(shape({ model: Type.String(), region: Type.String(), fees: Type.Array(FeeView) })),
  regions: Type.Array(Type.String()),
  soldIn: Type.Array(Type.String()),
  notCovered: Type.Array(
    shape({ clause: Type.String(), number: Type.String(), title: Type.String(), html: Type.String() }),
  ),
});
export type PlanView = Static<typeof PlanView>;

/** What hangs on the terms and the plan alone, and not on the day. */
export type PlanFacts = Omit<PlanView, "soldIn">;

/** What of a product its plan is read out of the terms by. */
type SoldPlan = Pick<PlanProduct, "plan" | "models">;

/** The plan facts of a product under these terms; undefined when the terms know no such plan. */
export function planView(
  product: SoldPlan,
  document: CompiledTerms,
  at: Temporal.Instant,
): PlanView | undefined {
  const facts = planFacts(product, document);
  return (
    facts && {
      ...facts,
      soldIn: facts.regions.filter(
        (region) => refusedOffer(document.terms, product, region, at) === undefined,
      ),
    }
  );
}

const known = new WeakMap<CompiledTerms["terms"], Map<string, PlanFacts | undefined>>();

/** Those that are the same on every day. Read out of terms once, because every order tells them. */
export function planFacts(product: SoldPlan, document: CompiledTerms): PlanFacts | undefined {
  const ofTerms = known.get(document.terms) ?? new Map<string, PlanFacts | undefined>();
  known.set(document.terms, ofTerms);
  const key = [product.plan, ...product.models].join(" ");
  if (!ofTerms.has(key)) {
    ofTerms.set(key, readFacts(product, document));
  }
  return ofTerms.get(key);
}

function readFacts(product: SoldPlan, { terms, exclusions }: CompiledTerms): PlanFacts | undefined {
  const plan = terms.plans().find((one) => one.product === product.plan);
  if (plan === undefined) {
    return undefined;
  }
  return {
    plan: plan.product,
    termsVersion: terms.version,
    length: plan.length,
    replacements: plan.replacements,
    warrantyExtension: plan.warrantyExtension,
    fees: product.models.flatMap((model) =>
      plan.regions.flatMap((region) => feesOf(product, terms, model, region)),
    ),
    regions: [...plan.regions],
    notCovered: terms.clauses
      .filter((clause) => exclusions.includes(clause.id))
      .map(({ id, number, title, html }) => ({ clause: id, number, title, html })),
  };
}

/**
 * The fees of one model in one region: as many as the plan has replacements, and nothing where none is
 * printed.
 */
function feesOf(product: SoldPlan, terms: Terms, model: string, region: string): PlanView["fees"] {
  const whole = terms.grants(product.plan).filter((grant) => grant.partOf === undefined);
  const uses = whole.reduce((sum, grant) => sum + grant.count, 0);
  const fees = terms.fees(model, region).filter((fee) => fee.nth <= uses);
  return fees.length === 0
    ? []
    : [
        {
          model,
          region,
          fees: fees.map(({ nth, amount, currency, clause }) => ({ nth, fee: { amount, currency }, clause })),
        },
      ];
}
