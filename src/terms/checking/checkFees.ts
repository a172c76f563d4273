import { createCatalogue } from "../compiling/catalogue.ts";
import { Context } from "../compiling/context.ts";
import type { FeeRow } from "../compiling/feeRows.ts";
import { compileFees, type FeeTable } from "../compiling/fees.ts";
import { type Clause, rulesOf, type TermsDocument } from "../document.ts";
import type { Report } from "../reading/report.ts";
import type { PlanFacts } from "../terms.ts";

/** A use that can occur needs a fee, and a fee needs a use that can occur. */
export function checkFees(document: TermsDocument, report: Report): void {
  const context = new Context(document);
  const plans = createCatalogue(context).plans();
  const fees = new Map(compileFees(context).map((fee) => [fee.id, fee]));
  for (const { clause, rule } of rulesOf(document, "fee")) {
    const fee = fees.get(clause.id);
    if (fee !== undefined) {
      report.enter(clause.id);
      checkRows(clause, fee, rule.benefit, plans, report);
      if (rule["not-listed"] === undefined) {
        checkModels(clause, fee, plans, report);
      }
    }
  }
}

function checkRows(
  clause: Clause,
  fee: FeeTable,
  benefit: string,
  plans: readonly PlanFacts[],
  report: Report,
): void {
  for (const [index, row] of fee.rows.entries()) {
    const models = keysOf(row, "model");
    const meant = plans.filter(
      (plan) => models === null || plan.models.some((model) => models.includes(model)),
    );
    const most = Math.max(
      0,
      ...meant.map((plan) => plan.grants.find((grant) => grant.benefit === benefit)?.count ?? 0),
    );
    const place = clause.tables[0]?.rows[index]?.place ?? clause.place;
    for (let nth = 1; nth <= most; nth += 1) {
      if (row.amountOf(nth) === undefined && !isNotOffered(clause, index, nth)) {
        const witness = { model: models?.[0] ?? "any", currency: row.currency, nth };
        report.error(
          "fee_missing",
          place,
          `A plan grants use ${nth}, and the row has no fee for it.`,
          witness,
        );
      }
    }
    const beyond = fee.amountColumns.find((nth) => nth > most && row.amountOf(nth) !== undefined);
    if (most > 0 && beyond !== undefined) {
      const witness = { model: models?.[0] ?? "any", nth: beyond };
      report.error(
        "fee_beyond_limit",
        place,
        `The row has a fee for use ${beyond}, which no plan grants.`,
        witness,
      );
    }
  }
}

/** A fee that is `none` is not offered: said, not forgotten. */
function isNotOffered(clause: Clause, row: number, nth: number): boolean {
  const [table] = clause.tables;
  const at = table?.columns.findIndex(({ name }) => Number.parseInt(name, 10) === nth) ?? -1;
  return at >= 0 && table?.rows[row]?.cells[at]?.text === "none";
}

function keysOf(row: FeeRow, name: string): readonly string[] | null {
  const at = row.names.indexOf(name);
  return at < 0 ? null : (row.keys[at] ?? null);
}

function checkModels(clause: Clause, fee: FeeTable, plans: readonly PlanFacts[], report: Report): void {
  if (!fee.rows.some((row) => row.names.includes("model"))) {
    return;
  }
  const listed = fee.rows.flatMap((row) => keysOf(row, "model") ?? ["any"]);
  const models = new Set(plans.flatMap((plan) => plan.models));
  for (const model of listed.includes("any") ? [] : models) {
    if (!listed.includes(model)) {
      const message = `A plan covers ${model}, and the table has no row for it.`;
      report.error("fee_missing", clause.rule?.place ?? clause.place, message, { model, nth: 1 });
    }
  }
}
