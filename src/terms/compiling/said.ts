import type { Case } from "../deciding/case.ts";
import type { FactKind } from "../factTypes.ts";
import type { Reason, Verdict } from "../receipt.ts";
import { factNamed } from "../vocabulary.ts";
import type { ReadFact } from "./context.ts";

/** Facts of these have few values, and the same ones again in many cases. */
const fewValued: ReadonlySet<FactKind["type"]> = new Set([
  ...(["yes-no", "word", "model", "series", "product", "region", "currency", "country", "state"] as const),
  ...(["number", "uses"] as const),
]);

interface Said {
  readonly verdict: Verdict;
  readonly detail: object | undefined;
  readonly reason: Reason;
}

/** What was said last for each value of a fact, or what is remembered of the next fact. */
type Branch = Map<unknown, Branch | Said>;

/** More different values of one fact are not remembered. */
const mostValues = 100;

/** The reasons a clause has given before, by the values of the facts it looks at. */
export class SaidBefore {
  readonly #reads: readonly ReadFact[];
  readonly #said: Branch = new Map();

  constructor(reads: readonly ReadFact[]) {
    this.#reads = reads;
  }

  find(c: Case, verdict: Verdict, detail: object | undefined): Reason | undefined {
    let found: Branch | Said | undefined = this.#said;
    for (let i = 0; found !== undefined && i < this.#reads.length; i += 1) {
      found = (found as Branch).get((this.#reads[i] as ReadFact)(c));
    }
    const said = found as Said | undefined;
    return said?.verdict === verdict && said.detail === detail ? said.reason : undefined;
  }

  /** In place of what was said before of the same values, if anything was. */
  keep(c: Case, detail: object | undefined, reason: Reason): void {
    const values = this.#reads.map((read) => read(c));
    const branches: Branch[] = [this.#said];
    for (const value of values.slice(0, -1)) {
      branches.push((branches.at(-1)?.get(value) as Branch | undefined) ?? new Map());
    }
    const isKept = branches.every((branch, level) => branch.has(values[level]) || branch.size < mostValues);
    if (!isKept || !values.every(isPlain)) {
      return;
    }
    Object.freeze(reason.facts);
    const said: Said = { verdict: reason.verdict, detail, reason: Object.freeze(reason) };
    for (const [level, branch] of branches.entries()) {
      branch.set(values[level], branches[level + 1] ?? said);
    }
  }
}

const isPlain = (value: unknown): boolean => typeof value !== "object";

/** Undefined for a clause that looks at what differs from case to case. */
export function saidBefore(names: readonly string[]): SaidBefore | undefined {
  const facts = names.map(factNamed);
  return facts.length > 0 && facts.length <= 3 && facts.every(({ type }) => fewValued.has(type))
    ? new SaidBefore(facts.map(({ read }) => read))
    : undefined;
}
