import type { ValuesOf } from "../deciding/differingValues.ts";
import { withFact } from "../deciding/factSetting.ts";
import type { Facts } from "../facts.ts";
import type { Judge } from "./judge.ts";
import { toldFacts } from "./smallestCase.ts";

interface Start {
  readonly facts: Facts;
}

interface Stray<B extends Start> {
  readonly base: B;
  readonly facts: Facts;
}

/**
 * Cases up to four facts away from what is known: of the examples now this one and now that, with facts told
 * otherwise that any of them tells, or that are at stake. The same ones every time, and so many of them.
 */
export function* wander<B extends Start>(
  bases: readonly B[],
  atStake: readonly string[],
  values: ValuesOf,
  judge: Judge,
  count: number,
): Generator<Stray<B>> {
  const pick = picker();
  const told = bases.flatMap(({ facts }) => toldFacts(facts).map(([name]) => name));
  const names = [...new Set([...atStake, ...told])].sort();
  for (let left = names.length === 0 ? 0 : count; left > 0; left -= 1) {
    const base = bases[pick(bases.length)];
    if (base === undefined) {
      return;
    }
    let facts = base.facts;
    for (let more = 1 + pick(4); more > 0; more -= 1) {
      // What is at stake makes a difference more often than what is not.
      const among = atStake.length > 0 && pick(2) === 0 ? atStake : names;
      const name = among[pick(among.length)] ?? "";
      const possible = values(name, judge.case(facts));
      facts = possible.length === 0 ? facts : withFact(facts, name, possible[pick(possible.length)]);
    }
    yield { base, facts };
  }
}

/** Numbers below a bound, in an order nobody would guess and everybody gets: Lehmer's, modulo 2^31 - 1. */
function picker(): (below: number) => number {
  let state = 20_261_121;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
