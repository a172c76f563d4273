import type { Context } from "../compiling/context.ts";
import { rulesOf } from "../document.ts";
import { isReference } from "../rules.ts";
import { keyOf } from "../tables.ts";
import { dayMs, formatInstant, isWritable } from "../time/civil.ts";
import { type Case, isUnknown } from "./case.ts";
import { stretchOf } from "./moments.ts";
import { stretchedIn, useMarks } from "./useMarks.ts";

interface Use {
  readonly benefit: string;
  readonly at?: unknown;
  readonly reversed?: unknown;
}

/** More ways to complete what was told of the uses are not tried. */
const mostLists = 300;
/** Far enough from a boundary that no civil reading moves an instant across it. */
const wellApart: number = 3 * dayMs;

/** The most uses any benefit of a name grants, or a fee has a column for. */
export function mostUses(name: string, { document, tables }: Context): number {
  const granted = rulesOf(document, "benefit").flatMap(({ rule: { benefit, grants } }) => {
    if (benefit !== name || !isReference(grants)) {
      return benefit === name && typeof grants === "number" ? [grants] : [];
    }
    const cells = tables.lookup(keyOf(grants.of) ?? "", grants.column)?.cells.values() ?? [];
    return [...cells].map(({ text }) => Number(text) || 0);
  });
  const columns = rulesOf(document, "fee").flatMap(({ clause, rule }) => {
    const home = document.clauses.find(({ id }) => id === (rule.table ?? clause.id));
    const names = home?.tables.flatMap(({ columns: all }) => all.map((column) => column.name)) ?? [];
    const numbers = names.map((column) => (column === "further" ? 2 : Number.parseInt(column, 10) || 0));
    return rule.benefit === name ? numbers : [];
  });
  return Math.max(0, ...granted, ...columns);
}

/**
 * What could have been used so far. Of a list with gaps, each way to fill them; otherwise as many of each
 * benefit as the document can tell apart, `limits` being the numbers its tests compare all uses with.
 */
export function possibleUses(
  context: Context,
  limits: readonly number[],
): (uses: unknown, c: Case) => readonly unknown[] {
  const { document } = context;
  const marksOf = useMarks(context);
  const isStretched = stretchedIn(context).length > 0;
  const benefits = rulesOf(document, "benefit").map(({ rule }) => rule.benefit);
  const byFees = rulesOf(document, "fee").map(({ rule }) => rule.benefit);
  const names = [...new Set([...benefits, ...byFees])];
  const counts = countsOf(names, context, limits);
  return (uses, c) => {
    const marks = marksOf("plan.uses", c);
    if (Array.isArray(uses)) {
      return completions(uses, marks, c);
    }
    if (!isStretched) {
      return counts;
    }
    // Some of them in another stretch than the new use, wherever that is.
    const old = marks.length === 0 ? [Date2000] : [Math.min(...marks), ...marks.slice(0, 1)];
    const most = Math.max(...names.map((name) => mostUses(name, context)), ...limits) + 1;
    const early = old.flatMap((ms) =>
      names.flatMap((benefit) =>
        Array.from({ length: most }, (_, count) =>
          new Array<Use>(count + 1).fill({ benefit, at: formatInstant(ms) }),
        ),
      ),
    );
    return [...counts, ...early.slice(0, mostLists)];
  };
}

const Date2000: number = 10_957 * dayMs;

function countsOf(names: readonly string[], context: Context, limits: readonly number[]): readonly unknown[] {
  const atLeast = Math.max(1, ...limits);
  const isPlain = names.every((name) => name === "replacement");
  if (isPlain) {
    const most = Math.max(mostUses("replacement", context), atLeast);
    return Array.from({ length: most + 2 }, (_, count) => count);
  }
  let lists: readonly (readonly Use[])[] = [[]];
  for (const benefit of names) {
    const most = mostUses(benefit, context) + 1;
    const room = Math.floor(mostLists / lists.length);
    const numbers = most < room ? Array.from({ length: most + 1 }, (_, count) => count) : [0, most];
    lists = lists.flatMap((list) =>
      numbers.map((count) => [...list, ...new Array<Use>(count).fill({ benefit })]),
    );
  }
  const [first = "replacement"] = names;
  const many = Array.from({ length: atLeast + 2 }, (_, count) =>
    new Array<Use>(count).fill({ benefit: first }),
  );
  return limits.length === 0 ? lists : [...lists, ...many];
}

/** Each use whose instant, or whose reversal, is open, in every way that matters. */
function completions(uses: readonly Use[], marks: readonly number[], c: Case): readonly (readonly Use[])[] {
  let lists: readonly (readonly Use[])[] = [[]];
  for (const use of uses) {
    const ways = waysOf(use, marks, c);
    const some = lists.length * ways.length > mostLists ? [ways[0] ?? use, ways.at(-1) ?? use] : ways;
    lists = lists.flatMap((list) => some.map((way) => [...list, way]));
  }
  return lists;
}

function waysOf(use: Use, marks: readonly number[], c: Case): readonly Use[] {
  const { at, reversed } = use;
  const instants = at === undefined ? [undefined] : instantsFor(at, marks, c);
  const reversals = reversed === "unknown" ? [true, false] : [reversed];
  return instants.flatMap((instant) =>
    reversals.map((each) => ({
      benefit: use.benefit,
      ...(instant === undefined ? {} : { at: instant }),
      ...(each === undefined ? {} : { reversed: each }),
    })),
  );
}

function instantsFor(at: unknown, marks: readonly number[], c: Case): readonly unknown[] {
  const stretch = isUnknown(at) ? undefined : stretchOf(at, c.zones);
  if (stretch !== undefined && stretch.lo === stretch.hi) {
    return [at];
  }
  const around = [Date2000, ...marks.flatMap((ms) => [ms - wellApart, ms, ms + wellApart])];
  const ends = stretch === undefined ? [] : [Math.ceil(stretch.lo), Math.floor(stretch.hi)];
  const inside = around.filter((ms) => stretch === undefined || (ms >= stretch.lo && ms <= stretch.hi));
  const instants = [...new Set([...ends, ...inside])].filter(isWritable);
  return instants.sort((a, b) => a - b).map(formatInstant);
}
