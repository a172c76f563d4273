import { createCatalogue } from "../compiling/catalogue.ts";
import type { FeeRow } from "../compiling/feeRows.ts";
import { compileFees, type FeeTable } from "../compiling/fees.ts";
import { type Clause, rulesOf, type Table, type TermsDocument } from "../document.ts";
import type { Facts } from "../facts.ts";
import { keyFacts } from "../factTypes.ts";
import type { Place } from "../finding.ts";
import { placeIn } from "../reading/origins.ts";
import type { Report } from "../reading/report.ts";
import { isUseColumn } from "../reading/tables.ts";
import type { FeeRule } from "../rules.ts";
import type { PlanFacts } from "../terms.ts";
import { factNamed } from "../vocabulary.ts";
import { CaseSearch, caseWith } from "./caseSearch.ts";

/** A fee clause with its table, as written and as compiled. */
interface Priced {
  readonly rule: FeeRule;
  readonly fee: FeeTable;
  readonly table: Table;
}

/** A use that can occur needs a fee, and a fee needs a use that can occur. */
export function checkFees(document: TermsDocument, report: Report): void {
  const found = rulesOf(document, "fee");
  if (found.length === 0) {
    return;
  }
  const { context } = CaseSearch.in(document);
  const plans = createCatalogue(context).plans();
  const fees = new Map(compileFees(context).map((fee) => [fee.id, fee]));
  for (const { clause, rule } of found) {
    const fee = fees.get(clause.id);
    const table = tableOf(clause, rule, document);
    if (fee !== undefined && table !== undefined) {
      report.enter(clause.id);
      checkRows({ rule, fee, table }, plans, report);
      if (rule["not-listed"] === undefined) {
        checkModels({ rule, fee, table }, plans, report);
      }
    }
  }
}

function tableOf(clause: Clause, rule: FeeRule, { clauses }: TermsDocument): Table | undefined {
  const home = rule.table === undefined ? clause : clauses.find(({ id }) => id === rule.table);
  return home?.tables.find(({ columns }) => columns.some(({ name }) => isUseColumn(name)));
}

function checkRows(priced: Priced, plans: readonly PlanFacts[], report: Report): void {
  const { fee, rule } = priced;
  const grantOf = (plan: PlanFacts): number =>
    plan.grants.find((grant) => grant.benefit === rule.benefit)?.count ?? 0;
  for (const [index, row] of fee.rows.entries()) {
    const models = keysOf(row, "model");
    const meant = plans.filter(
      (plan) => models === null || plan.models.some((model) => models.includes(model)),
    );
    const [best] = meant.toSorted((a, b) => grantOf(b) - grantOf(a));
    const most = best === undefined ? 0 : grantOf(best);
    for (let nth = 1; nth <= most; nth += 1) {
      if (row.amountOf(nth) === undefined && !isNotOffered(priced, index, nth)) {
        const message = `A plan grants use ${nth}, and the row has no fee for it. Add one, or none.`;
        report.error("fee_missing", placeOf(priced, index, nth), message, caseOf(row, best, nth, rule));
      }
    }
    const beyond = fee.amountColumns.find((nth) => nth > most && row.amountOf(nth) !== undefined);
    if (most > 0 && beyond !== undefined) {
      const message = `The row has a fee for use ${beyond}, which no plan grants. Write none, or grant more.`;
      report.error(
        "fee_beyond_limit",
        placeOf(priced, index, beyond),
        message,
        caseOf(row, best, beyond, rule),
      );
    }
  }
}

/** A case that the row is for, before its n-th use. */
function caseOf(row: FeeRow, plan: PlanFacts | undefined, nth: number, { benefit }: FeeRule): Facts {
  const keys = row.names.flatMap((name, at) => {
    const [word] = row.keys[at] ?? [];
    const fact = keyFacts.get(name);
    const meant =
      name === "model" ? (plan?.models.find((model) => row.keys[at]?.includes(model)) ?? word) : word;
    return meant === undefined || fact === undefined
      ? []
      : [[fact, factNamed(fact).type === "list" ? row.keys[at] : meant] as const];
  });
  const uses = benefit === "replacement" ? nth - 1 : Array.from({ length: nth - 1 }, () => ({ benefit }));
  return caseWith(
    {},
    ...keys,
    ["claim.currency", row.currency],
    ...(plan === undefined ? [] : [["plan.product", plan.product] as const]),
    ["plan.uses", uses],
  );
}

/** The cell of a use; where the table has no column for it, the row. */
function placeOf({ table }: Priced, index: number, nth: number): Place {
  const row = table.rows[index];
  return row?.cells[columnOf(table, nth)]?.place ?? row?.place ?? table.place;
}

const columnOf = (table: Table, nth: number): number =>
  table.columns.findIndex(({ name }) => isUseColumn(name) && Number.parseInt(name, 10) === nth);

/** A fee that is `none` is not offered: said, not forgotten. */
const isNotOffered = ({ table }: Priced, index: number, nth: number): boolean =>
  table.rows[index]?.cells[columnOf(table, nth)]?.text === "none";

function keysOf(row: FeeRow, name: string): readonly string[] | null {
  const at = row.names.indexOf(name);
  return at < 0 ? null : (row.keys[at] ?? null);
}

function checkModels({ fee, rule, table }: Priced, plans: readonly PlanFacts[], report: Report): void {
  if (!fee.rows.some((row) => row.names.includes("model"))) {
    return;
  }
  const listed = new Set(fee.rows.flatMap((row) => keysOf(row, "model") ?? ["any"]));
  const models = new Map(plans.flatMap((plan) => plan.models.map((model) => [model, plan.product] as const)));
  for (const [model, product] of listed.has("any") ? [] : models) {
    if (!listed.has(model)) {
      const message =
        `A plan covers ${model}, and the table has no row for it. ` +
        "Add one, or write not-listed: incomplete.";
      const witness = caseWith({}, ["device.model", model], ["plan.product", product], ["plan.uses", 0]);
      report.error("fee_missing", placeInTable(rule, table), message, witness);
    }
  }
}

/** The rule whose table it is, or the table where that is another clause's. */
const placeInTable = (rule: FeeRule, table: Table): Place =>
  rule.table === undefined ? table.place : placeIn(rule, "table");
