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

  find(c: Case, verdict: Verdict, detail: object | undefined, create: () => Reason): Reason {
    const last = this.#reads.length - 1;
    let branch = this.#said;
    for (let i = 0; i < last; i += 1) {
      const value = (this.#reads[i] as ReadFact)(c);
      let next = branch.get(value) as Branch | undefined;
      if (next === undefined) {
        if (!isPlain(value) || branch.size >= mostValues) {
          return create();
        }
        next = new Map();
        branch.set(value, next);
      }
      branch = next;
    }
    const value = (this.#reads[last] as ReadFact)(c);
    const said = branch.get(value) as Said | undefined;
    if (said !== undefined && said.verdict === verdict && said.detail === detail) {
      return said.reason;
    }
    const reason = create();
    if (isPlain(value) && (said !== undefined || branch.size < mostValues)) {
      Object.freeze(reason.facts);
      branch.set(value, { verdict, detail, reason: Object.freeze(reason) });
    }
    return reason;
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
