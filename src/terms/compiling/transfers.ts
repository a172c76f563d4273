import { isAbsent, isUnknown } from "../deciding/case.ts";
import { isWithin } from "../deciding/moments.ts";
import { type Clause, rulesOf } from "../document.ts";
import type { TransferRule } from "../rules.ts";
import { and, no, not, or, type Truth, truthOf, unknown, yes } from "../truth.ts";
import { type Atom, cite, type Obstacle } from "./cited.ts";
import { allOf, compileCondition } from "./conditions.ts";
import type { Context, Test } from "./context.ts";

/** A way for a plan to move, or the clause that forbids it. */
export interface Transfer extends Obstacle {
  /** Whether it speaks of this move at all: to another holder, to another device. */
  readonly isMeant: Test;
  /** Never, for a clause that forbids. */
  readonly isOpen: Test;
  readonly forbids: boolean;
  readonly detail: Readonly<Record<string, unknown>>;
}

export function compileTransfers(context: Context): Transfer[] {
  return rulesOf(context.document, "transfer").map(({ clause, rule }) =>
    compileTransfer(clause, rule, context),
  );
}

type TestedAtom = Atom & { readonly test: Test };

function compileTransfer(clause: Clause, rule: TransferRule, context: Context): Transfer {
  const when = compileCondition(rule.when, rule.presume, context);
  if (rule.to === "none") {
    const isOpen: Test = () => no;
    const clears: Obstacle["clears"] = (c) => when(c) === no;
    const cited = cite(clause, rule, [], context);
    return { ...cited, isMeant: when, isOpen, clears, forbids: true, detail: detailOf(rule) };
  }
  const meant = meantFor(rule, context);
  const atoms = [meant, ...limits(rule, context)];
  const isOpen = allOf([...atoms.map(({ test }) => test), when]);
  return {
    ...cite(clause, rule, atoms, context),
    isMeant: meant.test,
    isOpen,
    clears: (c) => isOpen(c) === yes,
    forbids: false,
    detail: detailOf(rule),
  };
}

function meantFor(rule: TransferRule, context: Context): TestedAtom {
  const to = context.reader("transfer.to", rule.presume);
  return {
    facts: ["transfer.to"],
    test: (c) => {
      const wanted = to(c);
      return isUnknown(wanted) ? unknown : truthOf(wanted === rule.to);
    },
  };
}

function limits(rule: TransferRule, context: Context): TestedAtom[] {
  const found: TestedAtom[] = [];
  const { times, within, of } = rule;
  if (times !== undefined) {
    const moved = context.reader("transfer.times", rule.presume);
    const test: Test = (c) => {
      const before = moved(c);
      return isUnknown(before) ? unknown : truthOf(isAbsent(before) || Number(before) < times);
    };
    found.push({ facts: ["transfer.times"], test });
  }
  if (within !== undefined && of !== undefined) {
    const requested = context.moment("transfer.requestedAt", rule.presume);
    const at = context.moment("at", rule.presume);
    const from = context.moment(of, rule.presume);
    // A request that nobody dated is made now.
    const test: Test = (c) => {
      const time = requested.read(c) === "known" ? requested : at;
      const first = time.read(c);
      const second = from.read(c);
      if (first === "absent" || second === "absent") {
        return no;
      }
      return first === "known" && second === "known" ? isWithin(time, from, within, c.zones) : unknown;
    };
    found.push({ facts: ["at", of, ...context.factsBeside(within)], test });
  }
  return found;
}

function detailOf({ to, times, loses, conditions }: TransferRule): Transfer["detail"] {
  return {
    to,
    ...(times === undefined ? {} : { times }),
    ...(loses === undefined ? {} : { loses }),
    ...(conditions === undefined ? {} : { conditions }),
  };
}

/** One way to move is enough, and nothing may forbid it. */
export function mayMove(transfers: readonly Transfer[]): Test {
  const ways = transfers.filter(({ forbids }) => !forbids);
  const bans = transfers.filter(({ forbids }) => forbids);
  return (c) => {
    let truth: Truth = no;
    for (const { isOpen } of ways) {
      truth = or(truth, isOpen(c));
    }
    for (const { isMeant } of bans) {
      truth = and(truth, not(isMeant(c)));
    }
    return truth;
  };
}
