import { type Cell, type Clause, rulesOf, type TermsDocument } from "../document.ts";
import type { Place } from "../finding.ts";
import { kindOf } from "../layering/layers.ts";
import { isCurrency } from "../money.ts";
import { isReference, type Rule, type RuleKind } from "../rules.ts";
import { keyOf, listIn, Tables } from "../tables.ts";
import { type Condition, factTests, type Reference, referencesIn } from "../tests.ts";
import { vocabulary } from "../vocabulary.ts";
import { isAmountOrNone, isCountOrNone, isDurationOrNone } from "./cellOrNone.ts";
import { checkLimits } from "./limitLinks.ts";
import { noBenefit, noCurrency, wayToClause, writeOr } from "./noSuchName.ts";
import { placeIn } from "./origins.ts";
import type { Report } from "./report.ts";
import { isUseColumn, placeOfWord } from "./tables.ts";

/**
 * Follows every name in the rules to what it names, once all clauses are read. Of a document laid over
 * another only its own clauses are looked at, and names may lead into either.
 */
export function checkLinks(document: TermsDocument, report: Report, own: TermsDocument = document): void {
  const links = new Links(document, report);
  for (const clause of own.clauses) {
    report.enter(clause.id);
    links.checkClause(clause);
  }
  for (const example of own.examples) {
    report.enter(example.clause ?? undefined);
    for (const list of ["because", "against"] as const) {
      for (const id of example.expect[list] ?? []) {
        links.clause(id, placeIn(example.expect, list, id));
      }
    }
  }
  report.enter(undefined);
}

class Links {
  readonly #document: TermsDocument;
  readonly #report: Report;
  readonly #tables: Tables;
  readonly #byId: ReadonlyMap<string, Clause>;
  /** Cells found unfit, each told once however many rules read it. */
  readonly #told = new Set<Cell>();

  constructor(document: TermsDocument, report: Report) {
    this.#document = document;
    this.#report = report;
    this.#tables = new Tables(document.clauses);
    this.#byId = new Map(document.clauses.map((clause) => [clause.id, clause]));
  }

  checkClause(clause: Clause): void {
    const { rule, id } = clause;
    if (rule === null) {
      return;
    }
    for (const condition of conditionsOf(rule)) {
      this.#checkCondition(condition);
    }
    if (rule.kind === "except" && kindOf(this.#document.front) !== "statute") {
      this.clause(rule.of, placeIn(rule, "of"), ["exclude"]);
    } else if (rule.kind === "window") {
      (rule["alternative-to"] ?? []).forEach((other) => {
        this.clause(other, placeIn(rule, "alternative-to", other), ["window"]);
      });
    } else if (rule.kind === "route") {
      this.#checkRoute(rule);
      this.#checkMove(rule);
    } else if (rule.kind === "statute") {
      this.#checkFeeClause(rule.fee, placeIn(rule, "fee"));
      this.#checkMove(rule);
    } else if (rule.kind === "fee" && rule.share === undefined) {
      this.#checkFeeTable(rule.table ?? id, placeIn(rule, "table"));
    } else if (rule.kind === "renewal") {
      this.#known("product", rule.to, placeIn(rule, "to"));
    }
    this.#checkReferences(rule);
    checkLimits(clause, conditionsOf(rule), this.#document, this.#report);
    if ("door" in rule && rule.door?.clause !== undefined) {
      this.clause(rule.door.clause, placeIn(rule, "door", "clause"));
    }
  }

  /** The id must be a clause's, of one of the kinds when some are given. */
  clause(id: string, place: Place, kinds?: readonly RuleKind[]): void {
    const clause = this.#byId.get(id);
    if (clause === undefined) {
      const fitting = [...this.#byId.values()].filter(
        ({ rule }) => kinds === undefined || (rule !== null && kinds.includes(rule.kind)),
      );
      const way = wayToClause(id, fitting, kinds);
      this.#report.error("clause_unknown", place, `There is no clause "${id}". ${way}`);
    } else if (kinds !== undefined && clause.rule !== null && !kinds.includes(clause.rule.kind)) {
      this.#report.error(
        "clause_unfit",
        place,
        `"${id}" is a ${clause.rule.kind}, not a ${kinds.join(" or ")}. Name one that is.`,
      );
    }
  }

  #checkRoute(rule: Extract<Rule, { kind: "route" }>): void {
    this.#checkFeeClause(rule.fee, placeIn(rule, "fee"));
    const benefits = rulesOf(this.#document, "benefit").map((each) => each.rule.benefit);
    if (rule.uses !== undefined && rule.uses !== "nothing" && !benefits.includes(rule.uses)) {
      this.#report.error("benefit_unknown", placeIn(rule, "uses"), noBenefit(rule.uses, benefits));
    }
  }

  /** A moment at which nothing moves would be read and mean nothing. */
  #checkMove(rule: Extract<Rule, { kind: "route" | "statute" }>): void {
    if (rule["rebinds-at"] !== undefined && rule.rebinds !== true) {
      const message = "The plan does not move by this way. Add rebinds: yes, or leave rebinds-at out.";
      this.#report.error("rebinds_missing", placeIn(rule, "rebinds-at"), message);
    }
  }

  #checkFeeClause(fee: string | 0 | undefined, place: Place): void {
    if (typeof fee === "string" && fee !== "quote") {
      this.clause(fee, place, ["fee"]);
    }
  }

  #checkFeeTable(id: string, place: Place): void {
    this.clause(id, place);
    const tables = this.#byId.get(id)?.tables ?? [];
    if (tables.filter((table) => table.columns.some((column) => isUseColumn(column.name))).length !== 1) {
      this.#report.error(
        "table_unknown",
        place,
        `"${id}" has no table of fees, or more than one. Give it one with a column 1st, each or further.`,
      );
    }
  }

  #checkReferences(rule: Rule): void {
    const checks: [unknown, (text: string) => boolean, string][] = [];
    if (rule.kind === "period") {
      checks.push([rule.length, isDurationOrNone, "a duration"]);
    } else if (rule.kind === "extend") {
      checks.push([rule.by, isDurationOrNone, "a duration"]);
    } else if (rule.kind === "benefit") {
      const fits = rule.balance === undefined ? isCountOrNone : isAmountOrNone;
      checks.push([rule.grants, fits, rule.balance === undefined ? "a whole number" : "an amount"]);
    } else if (rule.kind === "return") {
      checks.push([rule.parts, () => true, "a list of parts"]);
    }
    for (const [value, fits, what] of checks) {
      if (isReference(value)) {
        this.#checkReference(value, fits, what);
      }
    }
  }

  #checkCondition(condition: Condition): void {
    for (const test of factTests(condition)) {
      const { fact, is } = test;
      const values = is.test === "one-of" ? is.values : literalMembers(is);
      for (const value of values) {
        this.#known(vocabulary.get(fact)?.of ?? keyOf(fact) ?? "", value, placeIn(test, String(value)));
      }
      if ("members" in is && "reference" in is.members) {
        this.#checkMembers(fact, is.members.reference);
      }
      if (is.test === "compare" && isReference(is.to)) {
        this.#checkReference(is.to, isCountOrNone, "a whole number");
      }
    }
    for (const reference of referencesIn(condition)) {
      this.#checkReference(reference, () => true, "a list");
    }
  }

  /** A misspelt region or currency in a column would be a member that no case ever is. */
  #checkMembers(fact: string, { of, column }: Reference): void {
    const type = vocabulary.get(fact)?.type;
    const cells = this.#tables.lookup(keyOf(of) ?? "", column)?.cells.values() ?? [];
    for (const cell of new Set(cells)) {
      for (const word of listIn(cell)) {
        if (type === "region") {
          this.#known("region", word, placeOfWord(cell, word));
        } else if (type === "currency" && !isCurrency(word)) {
          this.#report.error("currency_unknown", placeOfWord(cell, word), noCurrency(word));
        }
      }
    }
  }

  /**
   * Models, series and products must stand in a table, if the document has one for them; regions in the
   * front matter.
   */
  #known(key: string, value: unknown, place: Place): void {
    const names = key === "region" ? [...this.#document.front.regions.keys()] : this.#tables.names(key);
    const listed = ["model", "series", "product", "region"].includes(key) && names.length > 0;
    if (listed && !names.includes(String(value))) {
      const where = key === "region" ? "the front matter" : "its table";
      const way = writeOr(`Add it to ${where}.`, String(value), names);
      this.#report.error("value_unknown", place, `The document knows no ${key} "${String(value)}". ${way}`);
    }
  }

  /** The column that was meant, of those that are looked up by the same key. */
  #wayToColumn(key: string | undefined, column: string): string {
    const fitting = this.#tables.all.filter(({ columns }) => columns.some(({ name }) => name === key));
    const names = fitting.flatMap(({ columns }) => columns.map(({ name }) => name));
    return writeOr(`Add such a column to the table of ${key ?? "it"}s.`, column, names);
  }

  #checkReference({ column, of, place }: Reference, fits: (text: string) => boolean, what: string): void {
    const key = keyOf(of);
    const tables = key === undefined ? [] : this.#tables.having(key, column);
    if (key === undefined || tables.length === 0) {
      const way = this.#wayToColumn(key, column);
      this.#report.error("table_unknown", place, `No table has a column "${column}" by ${key ?? of}. ${way}`);
      return;
    }
    if (tables.length > 1) {
      const lines = tables.map((table) => table.place.line).join(" and ");
      const message = `Two tables have a column "${column}" by ${key}, in lines ${lines}.`;
      this.#report.error("table_ambiguous", place, `${message} Name one of the columns otherwise.`);
    }
    const { cells, table } = this.#tables.lookup(key, column) ?? { cells: new Map<string, Cell>() };
    for (const cell of new Set(cells.values())) {
      if (!fits(cell.text) && cell.text !== "" && !this.#told.has(cell)) {
        this.#told.add(cell);
        const message = `Column "${column}" holds ${what}, not "${cell.text}". Write ${what}, or none.`;
        this.#report.within(table?.clause, () => this.#report.error("cell_invalid", cell.place, message));
      }
    }
  }
}

function literalMembers(is: ReturnType<typeof factTests>[number]["is"]): readonly string[] {
  return "members" in is && "list" in is.members ? is.members.list.filter((name) => name !== "all") : [];
}

/** Every condition of a rule, wherever it stands. */
export function conditionsOf(rule: Rule): Condition[] {
  const door = "door" in rule ? rule.door?.when : null;
  return [rule.when, "for" in rule ? rule.for : null, "unless" in rule ? rule.unless : null, door].filter(
    (condition) => condition !== null && condition !== undefined,
  );
}
