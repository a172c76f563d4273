import { type Case, isAbsent, isUnknown } from "../deciding/case.ts";
import { type Clause, rulesOf, type Table } from "../document.ts";
import { keyFacts } from "../factTypes.ts";
import { isUseColumn } from "../reading/tables.ts";
import type { FeeRule } from "../rules.ts";
import { isWrittenMoney, type Share, shareOf } from "../shares.ts";
import { no, unknown } from "../truth.ts";
import { type Cited, cite } from "./cited.ts";
import { compileCondition } from "./conditions.ts";
import type { Context, Test } from "./context.ts";
import { compileCounted } from "./countedUses.ts";
import { compileRows, type FeeRow, isEditionColumn, rowsOf } from "./feeRows.ts";
import type { Looked } from "./references.ts";
import type { Tally } from "./tallies.ts";

/** A fee as a machine reads it: by a table, or as a share of an amount the case knows. */
export interface FeeTable extends Cited {
  readonly tax: "included" | "excluded";
  readonly inScope: Test;
  /** The facts by which it is found. */
  readonly keys: readonly string[];
  /** None for a share. */
  readonly rows: readonly FeeRow[];
  /** The uses that have a column of their own. */
  readonly amountColumns: readonly number[];
  /** The benefit whose n-th use picks the column. */
  readonly benefit: string;
  /** The fee of the next use: undefined while unknown, null when the table has none. */
  readonly feeOf: Looked<FeeDue>;
  /** What the amount follows from, each by itself: the row, and which use it is. */
  readonly sides: readonly FeeSide[];
  /** Whether it is only a guide where the claim is made. */
  readonly isIndicative: (c: Case) => boolean;
}

/** One side of a fee as a text that differs where the amount may; undefined while it is open. */
export interface FeeSide {
  readonly facts: readonly string[];
  readonly figure: (c: Case) => string | undefined;
}

export interface FeeDue {
  readonly amount: number;
  readonly currency: string;
  /** Null when the amount does not depend on it and it is not known. */
  readonly nth: number | null;
  readonly table: FeeTable;
}

export function compileFees(context: Context): FeeTable[] {
  return rulesOf(context.document, "fee").flatMap(
    ({ clause, rule }) => compileFee(clause, rule, context) ?? [],
  );
}

function compileFee(clause: Clause, rule: FeeRule, context: Context): FeeTable | undefined {
  if (rule.share !== undefined) {
    return compileShare(clause, rule, rule.share, context);
  }
  // Its own table is found without its id: an annex's clause has the same id as the one it replaces.
  const { clauses } = context.document;
  const home = rule.table === undefined ? clause : clauses.find(({ id }) => id === rule.table);
  const table = home?.tables.find(({ columns }) => columns.some(({ name }) => isUseColumn(name)));
  return table && compileTable(clause, rule, table, context);
}

function compileTable(clause: Clause, rule: FeeRule, table: Table, context: Context): FeeTable {
  const names = table.columns.filter(({ isKey }) => isKey).map(({ name }) => name);
  const rows = rowsOf(table, names, rule.currency);
  const facts = names.map((name) => keyFacts.get(name) ?? "");
  const picked = table.columns.some(({ name }) => isEditionColumn(name)) ? rule["picks-by"] : undefined;
  const keys = picked === undefined ? facts : [...facts, picked];
  const counted = compileCounted(rule, context);
  const rowOf = compileRows(rows, {
    names,
    reads: facts.map((fact) => context.reader(fact, rule.presume)),
    picks: picked === undefined ? undefined : context.moment(picked, rule.presume),
  });
  const fee: FeeTable = {
    ...cite(clause, rule, [{ facts: [...new Set([...keys, ...counted.facts])] }], context),
    ...commonOf(rule, context),
    keys,
    amountColumns: table.columns.flatMap(({ name }) =>
      isUseColumn(name) ? Number.parseInt(name, 10) || [] : [],
    ),
    rows,
    sides: [
      { facts: keys, figure: (c) => rowFigure(rowOf(c), rows) },
      { facts: counted.facts, figure: (c) => useFigure(rowOf(c), counted.read(c)) },
    ],
    feeOf: (c) => {
      const row = rowOf(c);
      return row ? dueIn(row, counted.read(c), fee) : row;
    },
  };
  return fee;
}

function rowFigure(row: FeeRow | undefined | null, rows: readonly FeeRow[]): string | undefined {
  return row === undefined ? undefined : String(row === null ? "none" : rows.indexOf(row));
}

/** Where there is no row, or one amount for all uses, it does not matter which use it is. */
function useFigure(row: FeeRow | undefined | null, tally: Tally | undefined): string | undefined {
  if (row === null) {
    return "none";
  }
  if (tally !== undefined && tally.lo === tally.hi) {
    return String(tally.lo + tally.carried);
  }
  return row?.isFlat === true ? "flat" : undefined;
}

function commonOf(
  rule: FeeRule,
  context: Context,
): Pick<FeeTable, "tax" | "inScope" | "benefit" | "isIndicative"> {
  const isHome = (c: Case): boolean => {
    const { region } = c.claim;
    return isUnknown(region) || isAbsent(region) || region === c.region;
  };
  return {
    tax: rule.tax,
    benefit: rule.benefit,
    inScope: compileCondition(rule.when, rule.presume, context),
    isIndicative: rule.indicative === true ? (c) => !isHome(c) : () => false,
  };
}

/** Most uses looked at where it is not known which one this is. */
const mostTried = 60;

function dueIn(row: FeeRow, tally: Tally | undefined, table: FeeTable): FeeDue | undefined | null {
  const { currency } = row;
  if (tally !== undefined && tally.lo === tally.hi) {
    const nth = tally.lo + tally.carried + 1;
    const amount = row.amountOf(nth);
    return amount === undefined ? null : { amount, currency, nth, table };
  }
  if (row.isFlat) {
    return { amount: row.amountOf(1) ?? 0, currency, nth: null, table };
  }
  if (tally === undefined || tally.hi - tally.lo > mostTried) {
    return undefined;
  }
  const amount = row.amountOf(Math.max(0, tally.lo) + 1);
  for (let before = Math.max(0, tally.lo); before <= tally.hi; before += 1) {
    if (row.amountOf(before + 1) !== amount) {
      return undefined;
    }
  }
  return amount === undefined ? null : { amount, currency, nth: null, table };
}

/** A part of an amount, not under the least and not over the most. */
function compileShare(clause: Clause, rule: FeeRule, share: Share, context: Context): FeeTable {
  const read = context.reader(share.of, rule.presume);
  const { "at-least": least, "at-most": most } = rule;
  const fee: FeeTable = {
    ...cite(clause, rule, [{ facts: [share.of] }], context),
    ...commonOf(rule, context),
    keys: [share.of],
    amountColumns: [],
    rows: [],
    sides: [{ facts: [share.of], figure: (c) => shareFigure(fee.feeOf(c)) }],
    feeOf: (c) => {
      const whole = read(c);
      if (isUnknown(whole)) {
        return undefined;
      }
      if (!isWrittenMoney(whole) || [least, most].some((end) => end && end.currency !== whole.currency)) {
        return null;
      }
      const part = Math.max(shareOf(whole.amount, share), least?.amount ?? 0);
      const amount = Math.min(part, most?.amount ?? part);
      return { amount, currency: whole.currency, nth: null, table: fee };
    },
  };
  return fee;
}

function shareFigure(due: FeeDue | undefined | null): string | undefined {
  return due === null ? "none" : due && `${due.amount} ${due.currency}`;
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
