import type { TermsDocument } from "../terms/index.ts";

/** How long the terms let something be waited for: from one instant fact until another is known. */
export interface Wait {
  readonly clause: string;
  readonly from: string;
  /** Undefined where the clause names no fact that ends it. */
  readonly until: string | undefined;
  /** Civil days. */
  readonly days: number;
}

type Rule = NonNullable<TermsDocument["clauses"][number]["rule"]>;
type Duty = Extract<Rule, { kind: "duty" }>;
type Condition = NonNullable<Duty["when"]>;

const OWNERS: ReadonlySet<string> = new Set(["owner", "holder"]);
const DAYS: Readonly<Partial<Record<string, number>>> = { days: 1, weeks: 7 };

/**
 * The duties of owners in a document that count in whole days, for every case: one that holds for some cases
 * only, or counts otherwise, is left to the engine's receipts.
 */
export function waitsIn({ clauses }: TermsDocument): readonly Wait[] {
  return clauses.flatMap(({ id, rule }) => (rule?.kind === "duty" ? (waitOf(id, rule) ?? []) : []));
}

function waitOf(clause: string, { who, within, of: from, done: until, when }: Duty): Wait | undefined {
  const unit = within === undefined ? undefined : DAYS[within.unit];
  if (!OWNERS.has(who) || within === undefined || unit === undefined || from === undefined) {
    return undefined;
  }
  const isPlain = within.roll === undefined && within.further === undefined;
  const isForAll = when === null || factsOf(when).every((fact) => fact === from);
  return isPlain && isForAll ? { clause, from, until, days: within.amount * unit } : undefined;
}

function factsOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "fact":
      return [condition.fact];
    case "not":
      return factsOf(condition.of);
    default:
      return condition.of.flatMap(factsOf);
  }
}
