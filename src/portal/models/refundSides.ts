import type { Receipt } from "../../terms/index.ts";
import type { Fact } from "../parts/facts.ts";
import type { RefundSide } from "../parts/refundSides.ts";
import { en } from "../words/en.ts";
import { formatMoney } from "../words/formatMoney.ts";

/**
 * What law and terms say of a return, each with its sum: the one that counts first, then the others that pay,
 * then those that do not.
 */
export function refundSides(receipt: Receipt): readonly RefundSide[] {
  const { refund, because, against, terms } = receipt;
  if (refund === undefined) {
    return [];
  }
  const saying = (clause: string) => because.find((reason) => reason.clause === clause)?.says;
  const paying = [refund, ...refund.others].map(({ clause, by, amount }, place) => ({
    who: whoSays(by),
    sum: { amount: place === 0 ? amount - refund.penalty : amount, currency: refund.currency },
    says: saying(clause),
    clause,
    counts: place === 0,
  }));
  const refusing = against.map(({ clause, says }) => ({
    who: whoSays(terms.overlays.find((name) => clause.startsWith(`${name}.`)) ?? "terms"),
    sum: undefined,
    says,
    clause,
    counts: false,
  }));
  const isTold = refund.by === "terms" || refund.others.some(({ by }) => by === "terms");
  const silent = isTold || refusing.some(({ who }) => who === en.giveBack.terms) ? [] : [theTermsPayNothing];
  return [...paying, ...refusing, ...silent];
}

/** The terms have no rule by which anything would come back now. */
const theTermsPayNothing: RefundSide = {
  who: en.giveBack.terms,
  sum: undefined,
  says: en.giveBack.termsNothing,
  clause: undefined,
  counts: false,
};

/** The steps of a sum, as a ledger: the engine's words begin small. */
export function refundSteps({ refund }: Pick<Receipt, "refund">): readonly Fact[] {
  return (refund?.steps ?? []).map(({ says, amount }) => ({
    label: `${says.charAt(0).toUpperCase()}${says.slice(1)}`,
    value: formatMoney({ amount, currency: refund?.currency ?? "EUR" }),
  }));
}

function whoSays(by: string): string {
  const { terms, laws, law } = en.giveBack;
  return by === "terms" ? terms : (laws[by] ?? law(by));
}

/** By law a notice is a withdrawal; by the terms it is a wish. */
export function reasonOf({ refund }: Pick<Receipt, "refund">): GivenReason {
  return refund === undefined || refund.by === "terms" ? "no-longer-wanted" : "withdrawal";
}

/** The reason that a form sends back. */
export function sentReason({ reason }: { readonly reason?: string }): GivenReason {
  return reason === "withdrawal" ? reason : "no-longer-wanted";
}

type GivenReason = "withdrawal" | "no-longer-wanted";
