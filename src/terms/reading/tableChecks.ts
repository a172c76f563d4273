import { isAny, isEditionColumn } from "../compiling/feeRows.ts";
import { type Cell, type Column, type Row, rulesOf, type Table, type TermsDocument } from "../document.ts";
import { type FactInfo, keyFacts } from "../factTypes.ts";
import { isCurrency, minorUnits } from "../money.ts";
import { listIn, Tables } from "../tables.ts";
import { parseDay } from "../time/civil.ts";
import { factNamed, vocabulary } from "../vocabulary.ts";
import { isItem, isWordOf } from "./factValues.ts";
import { checkHolidays } from "./holidayChecks.ts";
import { noCurrency, writeOneOf, writeOr } from "./noSuchName.ts";
import { examplesOf } from "./phraseWords.ts";
import type { Report } from "./report.ts";
import { checkRowsApart, editionOf } from "./rowChecks.ts";
import { isUseColumn, placeOfWord } from "./tables.ts";

/**
 * Looks into every cell of every table: keys that exist, one row for each case, money that converts
 * exactly. Of a document laid over another only its own tables are looked at.
 */
export function checkTables(document: TermsDocument, report: Report, own: TermsDocument = document): void {
  const tables = new Tables(document.clauses);
  for (const table of own.clauses.flatMap((clause) => clause.tables)) {
    report.enter(table.clause === "" ? undefined : table.clause);
    checkKeys(table, document, report);
    checkNamedColumns(table, tables, report);
    checkRowsApart(table, report);
    checkEditions(table, report);
    checkFees(table, currencyOf(document, table.clause), report);
    checkHolidays(table, report);
  }
  report.enter(undefined);
}

function* cellsOf(table: Table): Generator<{ column: Column; cell: Cell; row: Row }> {
  for (const row of table.rows) {
    for (const [index, column] of table.columns.entries()) {
      const cell = row.cells[index];
      if (cell !== undefined && cell.text !== "") {
        yield { column, cell, row };
      }
    }
  }
}

function checkKeys(table: Table, document: TermsDocument, report: Report): void {
  for (const { column, cell } of cellsOf(table)) {
    const fact = column.isKey ? vocabulary.get(keyFacts.get(column.name) ?? "") : undefined;
    if (fact !== undefined) {
      for (const word of isAny(cell.text) ? [] : listIn(cell)) {
        checkWord(fact, word, cell, report);
        if (column.name === "region" && !document.front.regions.has(word)) {
          const way = writeOneOf(word, [...document.front.regions.keys()]);
          const message = `The front matter has no region "${word}". ${way}`;
          report.error("region_unknown", placeOfWord(cell, word), message);
        }
      }
    }
  }
}

function checkWord(fact: FactInfo, word: string, cell: Cell, report: Report): void {
  const isKnown = fact.type === "list" ? isItem(fact, word) : isWordOf(fact, word);
  if (!isKnown) {
    const code = fact.type === "currency" ? "currency_unknown" : "value_unknown";
    const what = fact.type === "list" ? (fact.of ?? fact.type) : fact.type;
    const way = fact.values === undefined ? `Write ${examplesOf(fact)}.` : writeOneOf(word, fact.values);
    const message = `"${word}" is no ${fact.type === "word" ? `value of ${fact.name}` : what}. ${way}`;
    report.error(code, placeOfWord(cell, word), code === "currency_unknown" ? noCurrency(word) : message);
  }
}

/** Columns whose names mean the same in every document. */
function checkNamedColumns(table: Table, tables: Tables, report: Report): void {
  const parts = factNamed("incident.parts");
  for (const { column, cell } of cellsOf(table)) {
    if (column.name === "parts") {
      for (const word of listIn(cell).filter((each) => !isItem(parts, each))) {
        const way = writeOneOf(word, parts.values ?? []);
        report.error("value_unknown", placeOfWord(cell, word), `"${word}" is no part. ${way}`);
      }
    } else if (column.name === "group" && !column.isKey) {
      checkWord(factNamed("device.group"), cell.text, cell, report);
    } else if (column.name === "series" && !column.isKey && tables.names("series").length > 0) {
      if (!tables.names("series").includes(cell.text)) {
        const message = `No table lists the series "${cell.text}". ${wayIn("series", cell.text, tables)}`;
        report.error("value_unknown", cell.place, message);
      }
    } else if (column.name === "models") {
      for (const word of listIn(cell).filter((each) => tables.models([each]).length === 0)) {
        const message = `No table lists the model or series "${word}". ${wayIn("model", word, tables)}`;
        report.error("value_unknown", placeOfWord(cell, word), message);
      }
    }
  }
}

/** The name that was meant, or where to add this one. */
function wayIn(key: string, word: string, tables: Tables): string {
  const known = [...tables.names(key), ...tables.names("series")];
  return writeOr(`Add it to the table of ${key === "model" ? "models" : key}.`, word, known);
}

/** Only in tables of fees: elsewhere such a column can be anything. */
function checkEditions(table: Table, report: Report): void {
  if (!table.columns.some(({ name }) => isUseColumn(name))) {
    return;
  }
  for (const { column, cell } of cellsOf(table)) {
    if (isEditionColumn(column.name) && cell.text !== "none" && parseDay(cell.text) === undefined) {
      report.error(
        "date_invalid",
        cell.place,
        `"${cell.text}" is no date and not none. Write one such as 2026-03-01.`,
      );
    }
  }
  for (const row of table.rows) {
    const [from, until] = editionOf(table, row);
    if (from > until) {
      const until = row.cells[table.columns.findIndex(({ name }) => name === "until")];
      const message = "The edition ends before it begins. Make until the later day.";
      report.error("window_empty", until?.place ?? row.place, message);
    }
  }
}

function currencyOf(document: TermsDocument, clause: string): string | undefined {
  return rulesOf(document, "fee").find(({ rule, clause: { id } }) => (rule.table ?? id) === clause)?.rule
    .currency;
}

function checkFees(table: Table, fixed: string | undefined, report: Report): void {
  const at = table.columns.findIndex((column) => column.name === "currency");
  for (const { column, cell, row } of cellsOf(table)) {
    const currency = fixed ?? row.cells[at]?.text ?? "";
    if (!isUseColumn(column.name) || cell.text === "none") {
      continue;
    }
    const amount = isCurrency(currency) ? minorUnits(cell.text, currency) : 0;
    if (amount === undefined) {
      report.error(
        "amount_invalid",
        cell.place,
        `"${cell.text}" is no amount in major units. Write one such as 119 or 119.50.`,
      );
    } else if (amount === "decimals") {
      const message = `"${cell.text}" has more decimals than ${currency} has. Round it.`;
      report.error("amount_decimals", cell.place, message);
    } else if (currency === "") {
      report.error(
        "currency_missing",
        cell.place,
        "Nothing says in which currency the amount is. Add a column currency, or the rule's field currency.",
      );
    }
  }
}
