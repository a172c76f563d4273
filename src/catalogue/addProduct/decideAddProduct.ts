import { accepted, type Decision, type Fault } from "../../platform/index.ts";
import type { Terms } from "../../terms/index.ts";
import { refuse } from "../refusals.ts";
import { refusedOffer } from "../refusedOffer.ts";

/** A product as somebody adds it: goods have no plan. */
export interface NewProduct {
  readonly soldAs: "code" | "renewal" | "goods";
  readonly plan: string | null;
  readonly models: readonly string[];
}

/** What adding a product is decided from. `terms` are those in force of its programme; goods have none. */
export interface AddProductFacts {
  readonly at: Temporal.Instant;
  readonly wanted: NewProduct;
  readonly terms: Terms | undefined;
}

/** What is wrong with a product that somebody adds: a plan is one of its terms, and goods have none. Pure. */
export function planFault({ wanted: { soldAs, plan }, terms }: AddProductFacts): Fault | undefined {
  if (soldAs === "goods") {
    return plan === null && terms === undefined
      ? undefined
      : fault("goods_have_no_plan", "Goods have neither a programme nor a plan.");
  }
  if (plan === null || terms === undefined) {
    return fault("plan_needed", "A code or a renewal sells a plan of a programme: name both.");
  }
  const plans = terms.plans().map(({ product }) => product);
  return plans.includes(plan)
    ? undefined
    : fault("unknown_plan", `The terms in force have no plan ${plan}. They have: ${plans.join(", ")}.`);
}

/** Whether the terms let a plan be sold for any of its models, in any of their regions. Pure. */
export function decideAddProduct({ at, wanted, terms }: AddProductFacts): Decision<true> {
  const { soldAs, plan, models } = wanted;
  if (soldAs !== "code" || plan === null || terms === undefined) {
    return accepted(true);
  }
  const receipts = [...terms.regions.keys()].map((region) =>
    refusedOffer(terms, { plan, models }, region, at),
  );
  const [receipt] = receipts;
  return receipt === undefined || receipts.includes(undefined)
    ? accepted(true)
    : refuse("plan_not_sold", { receipt });
}

function fault(code: string, message: string): Fault {
  return { pointer: "/plan", code, message };
}
