import { type Static, Type } from "typebox";
import { Money, shape } from "../platform/index.ts";
import type { Receipt } from "../terms/index.ts";
import type { Route } from "./claim.ts";

/** One lawful way on, side by side with the others: what it costs in money, uses, days and warranty. */
export const ChoiceShape = shape({
  route: Type.Enum(["warranty", "plan", "paid", "return"]),
  fee: Money,
  /** Working days until the parcel leaves, counted from the payment. */
  workingDays: Type.Integer({ minimum: 0 }),
  uses: Type.Optional(
    shape({ benefit: Type.String(), nth: Type.Integer({ minimum: 1 }), left: Type.Integer({ minimum: 0 }) }),
  ),
  /** The unit that comes back: another one, the same repaired, the same as it is. */
  unit: Type.Enum(["replacement", "repaired", "unrepaired"]),
  warranty: Type.Enum(["goes_on", "none"]),
  /** The clauses that open this way. */
  clauses: Type.Array(Type.String()),
});
export type Choice = Static<typeof ChoiceShape>;

/** Working days each way takes at the bench. The programme's promise; the seeds print none. */
const WORKING_DAYS: Readonly<Record<Route, number>> = { warranty: 7, plan: 2, paid: 7, return: 1 };

/**
 * Every way that the receipt leaves open. A warranty repair and the plan are never offered side by side: the
 * ladder took the first that holds, and it costs the owner nothing. A paid repair needs the bench's price.
 */
export function choicesOf(
  receipt: Receipt,
  { currency, repairMinor }: { readonly currency: string; readonly repairMinor?: number | undefined },
): Choice[] {
  const clauses = receipt.because.map((reason) => reason.clause);
  const choices: Choice[] = [];
  if (receipt.outcome === "warranty") {
    choices.push({ ...way("warranty", 0, currency, clauses), unit: "repaired", warranty: "goes_on" });
  }
  if (receipt.outcome === "plan" && receipt.fee !== null) {
    const fee = way("plan", receipt.fee.amount, receipt.fee.currency ?? currency, clauses);
    const uses = countedUse(receipt.uses);
    choices.push({ ...fee, ...uses, unit: "replacement", warranty: "goes_on" });
  }
  if (repairMinor !== undefined && receipt.outcome !== "warranty") {
    choices.push({ ...way("paid", repairMinor, currency, []), unit: "repaired", warranty: "goes_on" });
  }
  choices.push({ ...way("return", 0, currency, []), unit: "unrepaired", warranty: "none" });
  return choices;
}

/** The use a way takes; nothing where it is not counted. */
function countedUse(use: Receipt["uses"]): Pick<Choice, "uses"> {
  return use === null || use.nth === null || use.left === null
    ? {}
    : { uses: { benefit: use.benefit, nth: use.nth, left: use.left } };
}

function way(
  route: Route,
  amount: number,
  currency: string,
  clauses: readonly string[],
): Pick<Choice, "route" | "fee" | "workingDays" | "clauses"> {
  return { route, fee: { amount, currency }, workingDays: WORKING_DAYS[route], clauses: [...clauses] };
}
