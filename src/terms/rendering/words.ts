import type { Decision } from "../document.ts";
import type { Outcome } from "../receipt.ts";

/** All words a receipt is shown in, beside the clauses' own; one file a language. */
export interface ReceiptWords {
  /** To the owner: what came of it, without a full stop. `said` is what the clause says. */
  readonly answers: Readonly<Record<Decision, Partial<Record<Outcome, string>>>>;
  /** Outcomes that read the same whatever was asked. */
  readonly anyAnswer: Partial<Record<Outcome, string>>;
  /** For cases of cover without a plan: there is no plan that could say no. */
  readonly withoutPlan: Partial<Record<Outcome, string>>;
  readonly because: (answer: string, said: string, late: string | undefined, more: number) => string;
  /** Where no clause speaks against: nothing is said of such a case. */
  readonly unaddressed: string;
  readonly costs: (money: string, tax: "included" | "excluded" | null) => string;
  readonly free: string;
  readonly quoted: string;
  readonly paidBack: (money: string, day: string | undefined) => string;
  readonly charged: (money: string) => string;
  readonly released: (money: string) => string;
  readonly held: (money: string) => string;
  readonly send: (parts: string, day: string | undefined) => string;
  readonly openUntil: (moment: string) => string;
  readonly tell: (facts: string) => string;
  readonly weFind: (facts: string) => string;
  readonly change: (says: string) => string;
  readonly personLooks: string;
  readonly ways: (doors: string) => string;
  /** Ways on, by the words the documents use; any other is shown as it is written. */
  readonly doors: Readonly<Record<string, string>>;
  readonly and: string;
  readonly months: readonly string[];
  readonly day: (day: number, month: string, year: number) => string;
  readonly clock: (day: string, time: string) => string;
  readonly card: CardWords;
}

/** The labels of a card. */
export interface CardWords {
  readonly outcome: string;
  readonly at: string;
  readonly terms: string;
  readonly fee: string;
  readonly uses: string;
  readonly returns: string;
  readonly hold: string;
  readonly refund: string;
  readonly because: string;
  readonly against: string;
  readonly missing: string;
  /** Of a fact that was told and cannot be so. */
  readonly notBelieved: (fact: string, told: string) => string;
  readonly deadline: string;
  readonly change: string;
  readonly door: string;
  readonly nothing: string;
  readonly taxes: Readonly<Record<"included" | "excluded", string>>;
  readonly left: (figure: string) => string;
  readonly unlimited: string;
  readonly takes: (benefit: string, money: string) => string;
  readonly nth: (nth: number) => string;
  readonly by: (moment: string) => string;
  readonly ends: (moment: string) => string;
  readonly correction: string;
  /** Of one finding of several: its own answer, and the finding whose replacement is for it as well. */
  readonly findings: Readonly<Record<"shared" | "needless", (outcome: Outcome, by: string) => string>>;
  readonly overlays: string;
  readonly annexes: string;
  readonly hash: string;
  readonly contract: string;
  readonly engine: string;
  readonly vocabulary: string;
  readonly tz: string;
}
