import { withFact } from "../deciding/factSetting.ts";
import type { Facts } from "../facts.ts";
import type { Terms } from "../terms.ts";
import { smallCase } from "./smallTerms.ts";

/** One row: which uses there were, when it happened, and what comes of it. */
export interface Row {
  readonly name: string;
  readonly uses?: unknown;
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
  readonly outcome: string;
  readonly nth?: number | null;
  /** Minor units and currency: `18500 PLN`. */
  readonly fee?: string | null;
  readonly feeNth?: number | null;
  readonly left?: number | null;
  readonly against?: readonly string[];
  readonly needs?: readonly string[];
}

export const factsOf = ({ uses, facts = {} }: Row): Facts =>
  Object.entries(uses === undefined ? facts : { ...facts, "plan.uses": uses }).reduce(
    (before, [name, value]) => withFact(before, name, value),
    smallCase,
  );

/** What is otherwise than the rows say; nothing when all hold. */
export function differences(terms: Terms, rows: readonly Row[]): string[] {
  return rows.flatMap((row) => {
    const receipt = terms.decide("coverage", factsOf(row));
    const found: Readonly<Record<string, readonly [unknown, unknown]>> = {
      verdict: [terms.verdict("coverage", factsOf(row)), row.outcome],
      outcome: [receipt.outcome, row.outcome],
      nth: [receipt.uses?.nth, row.nth],
      left: [receipt.uses?.left, row.left],
      fee: [receipt.fee && `${receipt.fee.amount} ${receipt.fee.currency}`, row.fee],
      feeNth: [receipt.fee?.nth, row.feeNth],
      against: [receipt.against.map(({ clause }) => clause).join(), row.against?.join()],
      needs: [receipt.needs.join(), row.needs?.join() ?? ""],
    };
    return Object.entries(found).flatMap(([field, [is, should]]) =>
      should === undefined || is === should
        ? []
        : [`${row.name}: ${field} is ${String(is)}, not ${JSON.stringify(should)}`],
    );
  });
}

export const used = (...uses: readonly (readonly [string, string?])[]): unknown =>
  uses.map(([benefit, at]) => (at === undefined ? { benefit } : { benefit, at }));
export const replacement = (...instants: readonly string[]): unknown =>
  used(...instants.map((at) => ["replacement", at] as const));

export const plan = `
  route.plan
  kind: route
  route: plan
  uses: replacement
  fee: 0`;
export const limit = (fields: string): string => `
  limit
  kind: benefit
  benefit: replacement
  ${fields}`;
