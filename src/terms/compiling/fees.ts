import type { Case } from "../deciding/case.ts";
import { isUnknown } from "../deciding/case.ts";
import { type Clause, rulesOf, type Table } from "../document.ts";
import { keyFacts } from "../factTypes.ts";
import { isCurrency, minorUnits } from "../money.ts";
import { isUseColumn } from "../reading/tables.ts";
import type { FeeRule } from "../rules.ts";
import { listIn } from "../tables.ts";
import { no, unknown } from "../truth.ts";
import { type Cited, cite } from "./cited.ts";
import { compileCondition } from "./conditions.ts";
import type { Context, ReadFact, Test } from "./context.ts";
import { compileUses } from "./counts.ts";
import type { Looked } from "./references.ts";

/** A fee table as a machine reads it. */
export interface FeeTable extends Cited {
  readonly tax: "included" | "excluded";
  readonly inScope: Test;
  /** The facts its rows are found by. */
  readonly keys: readonly string[];
  readonly rows: readonly FeeRow[];
  /** The uses that have a column of their own. */
  readonly amountColumns: readonly number[];
  /** The fee of the next use: undefined while unknown, null when the table has none. */
  readonly feeOf: (c: Case) => FeeDue | undefined | null;
}

export interface FeeDue {
  readonly amount: number;
  readonly currency: string;
  readonly nth: number;
  readonly table: FeeTable;
}

export interface FeeRow {
  /** The words of each key column; null for `any`. In the order of the keys. */
  readonly keys: readonly (readonly string[] | null)[];
  readonly names: readonly string[];
  readonly currency: string;
  readonly amountOf: (nth: number) => number | undefined;
}

export function compileFees(context: Context): FeeTable[] {
  return rulesOf(context.document, "fee").flatMap(
    ({ clause, rule }) => compileFee(clause, rule, context) ?? [],
  );
}

function compileFee(clause: Clause, rule: FeeRule, context: Context): FeeTable | undefined {
  const home = context.document.clauses.find(({ id }) => id === (rule.table ?? clause.id));
  const table = home?.tables.find(({ columns }) => columns.some(({ name }) => isUseColumn(name)));
  if (table === undefined) {
    return undefined;
  }
  const names = table.columns.filter(({ isKey }) => isKey).map(({ name }) => name);
  const facts = names.map((name) => keyFacts.get(name) ?? "");
  const rows = rowsOf(table, names, rule.currency);
  const tree = treeOf(rows, names.length);
  const used = compileUses(context.reader("plan.uses", rule.presume), rule.benefit);
  const reads = facts.map((fact) => context.reader(fact, rule.presume));
  const fee: FeeTable = {
    ...cite(clause, rule, [{ facts: [...facts, "plan.uses"] }], context),
    tax: rule.tax,
    inScope: compileCondition(rule.when, rule.presume, context),
    keys: facts,
    amountColumns: table.columns.flatMap(({ name }) =>
      isUseColumn(name) ? Number.parseInt(name, 10) || [] : [],
    ),
    rows,
    feeOf: (c) => feeIn(tree, reads, used, fee, c),
  };
  return fee;
}

function feeIn(
  tree: Branch,
  reads: readonly ReadFact[],
  used: Looked<number>,
  table: FeeTable,
  c: Case,
): FeeDue | undefined | null {
  const before = used(c);
  let branch: Branch | FeeRow | undefined = tree;
  for (const read of reads) {
    const value = read(c);
    if (isUnknown(value)) {
      return undefined;
    }
    const level = branch as Branch;
    branch = level.get(value as string) ?? level.get(any);
    if (branch === undefined) {
      return null;
    }
  }
  if (before === undefined) {
    return undefined;
  }
  const row = branch as FeeRow;
  const nth = (before ?? 0) + 1;
  const amount = row.amountOf(nth);
  return amount === undefined ? null : { amount, currency: row.currency, nth, table };
}

const any = "any";
type Branch = Map<string, Branch | FeeRow>;

/** Rows by their first key, then by the second, and so on: one look-up for each key. */
function treeOf(rows: readonly FeeRow[], depth: number): Branch {
  const tree: Branch = new Map();
  for (const row of rows) {
    plant(tree, row, 0, depth);
  }
  return tree;
}

function plant(branch: Branch, row: FeeRow, level: number, depth: number): void {
  for (const word of row.keys[level] ?? [any]) {
    if (level + 1 >= depth) {
      branch.set(word, row);
    } else {
      const next = (branch.get(word) as Branch | undefined) ?? new Map();
      branch.set(word, next);
      plant(next, row, level + 1, depth);
    }
  }
}

function rowsOf(table: Table, names: readonly string[], fixed: string | undefined): FeeRow[] {
  const at = (name: string): number => table.columns.findIndex((column) => column.name === name);
  return table.rows.map(({ cells }) => {
    const currency = fixed ?? cells[at("currency")]?.text ?? "";
    const amounts = new Map<string, number>();
    for (const [index, { name }] of table.columns.entries()) {
      const amount =
        isUseColumn(name) && isCurrency(currency)
          ? minorUnits(cells[index]?.text ?? "", currency)
          : undefined;
      if (typeof amount === "number") {
        amounts.set(name, amount);
      }
    }
    const keys = names.map((name) => {
      const cell = cells[at(name)];
      return cell === undefined || cell.text === any ? null : listIn(cell);
    });
    return { keys, names, currency, amountOf: amountsByUse(amounts) };
  });
}

/** The amount of the n-th use: its own column, or `further` from the second on, or `each`. */
function amountsByUse(amounts: ReadonlyMap<string, number>): (nth: number) => number | undefined {
  const own = new Map<number, number>();
  for (const [name, amount] of amounts) {
    if (/^\d/.test(name)) {
      own.set(Number.parseInt(name, 10), amount);
    }
  }
  const further = amounts.get("further");
  const each = amounts.get("each");
  return (nth) => own.get(nth) ?? (nth > 1 ? further : undefined) ?? each;
}

/** The fee of a case by the one table that is meant for it; null when there is none or more than one. */
export function feeBy(tables: readonly FeeTable[], c: Case): FeeDue | undefined | null {
  let meant: FeeTable | undefined;
  for (const table of tables) {
    const inScope = table.inScope(c);
    if (inScope === unknown) {
      return undefined;
    }
    if (inScope !== no) {
      if (meant !== undefined) {
        return null;
      }
      meant = table;
    }
  }
  return meant === undefined ? null : meant.feeOf(c);
}
