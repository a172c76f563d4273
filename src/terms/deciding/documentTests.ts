import type { Context } from "../compiling/context.ts";
import { isAny } from "../compiling/feeRows.ts";
import { rulesOf } from "../document.ts";
import { type FactInfo, keyFacts } from "../factTypes.ts";
import { conditionsOf } from "../reading/links.ts";
import { keyOf, listIn } from "../tables.ts";
import { type FactTest, factsIn, factTests, isReferenceLimit } from "../tests.ts";
import { type Duration, parseDuration } from "../time/duration.ts";
import { factNamed } from "../vocabulary.ts";

/** What a document says of its facts: the tests on each, and the values its tests and tables name. */
export class DocumentTests {
  readonly #context: Context;
  readonly #tests = new Map<string, FactTest[]>();
  readonly #faced = new Map<string, Set<string>>();

  constructor(context: Context) {
    this.#context = context;
    for (const { rule } of context.document.clauses) {
      for (const condition of rule === null ? [] : conditionsOf(rule).flatMap(factTests)) {
        const { fact, is } = condition;
        this.#tests.set(fact, [...(this.#tests.get(fact) ?? []), is]);
        this.#face(factsIn(condition));
      }
    }
    if (rulesOf(context.document, "return").length > 0) {
      this.#face(["claim.returnedSerial", "device.serial", "plan.serial"]);
    }
    const balances = rulesOf(context.document, "benefit").flatMap(({ rule }) => rule.balance ?? []);
    const deducted = rulesOf(context.document, "route").flatMap(({ rule }) => rule.deducts ?? []);
    for (const balance of balances) {
      this.#face([balance, ...deducted]);
    }
    if (rulesOf(context.document, "refund").length > 0) {
      // A refund is reckoned from all of these together.
      this.#face(["plan.price", "plan.claimsPaid", "plan.limit", "plan.balance"]);
    }
  }

  #face(names: readonly string[]): void {
    for (const name of names) {
      const faced = this.#faced.get(name) ?? new Set();
      for (const other of names.filter((each) => each !== name)) {
        faced.add(other);
      }
      this.#faced.set(name, faced);
    }
  }

  /** The facts a fact is held against, and those they are held against, and so on; itself first. */
  facedBy(name: string): readonly string[] {
    const found = new Set([name]);
    for (const each of found) {
      for (const other of this.#faced.get(each) ?? []) {
        found.add(other);
      }
    }
    return [...found];
  }

  on(name: string): readonly FactTest[] {
    return this.#tests.get(name) ?? [];
  }

  /** Every value that a test names for a fact, and every word by which a table knows it. */
  namesFor(info: FactInfo): readonly unknown[] {
    const used = this.on(info.name).flatMap((is) => {
      if (is.test === "one-of") {
        return is.values;
      }
      return "members" in is ? this.membersIn(is).flat() : [];
    });
    return [...used, ...this.#keysFor(info)];
  }

  /** The words of the columns that are looked up by a fact, or by one of its type. */
  #keysFor({ name, type }: FactInfo): readonly string[] {
    const isKey = (column: string): boolean => {
      const fact = keyFacts.get(column);
      return fact !== undefined && (fact === name || (type !== "word" && factNamed(fact).type === type));
    };
    return this.#context.tables.all.flatMap((table) =>
      table.columns.flatMap((column, at) =>
        column.isKey && isKey(column.name)
          ? table.rows.flatMap(({ cells }) => {
              const cell = cells[at];
              return cell === undefined || isAny(cell.text) ? [] : listIn(cell);
            })
          : [],
      ),
    );
  }

  /** The sets of members a list, or a value, is held against. */
  membersIn(is: FactTest): readonly (readonly string[])[] {
    if (!("members" in is)) {
      return [];
    }
    const { document, tables } = this.#context;
    const { members } = is;
    if ("list" in members) {
      return [members.list];
    }
    if ("regions" in members) {
      return [[...document.front.regions.keys()]];
    }
    return "reference" in members ? this.column(members.reference) : [tables.names("model")];
  }

  column({ of, column }: { of: string; column: string }): readonly (readonly string[])[] {
    const cells = this.#context.tables.lookup(keyOf(of) ?? "", column)?.cells.values() ?? [];
    return [...cells].map((cell) => listIn(cell));
  }

  /** The numbers a fact is compared with, those of a column one by one. */
  limitsOf(name: string): readonly number[] {
    return this.on(name).flatMap((is) => {
      if (is.test === "one-of") {
        return is.values.filter((value) => typeof value === "number");
      }
      if (is.test !== "compare") {
        return [];
      }
      if (typeof is.to === "number") {
        return [is.to];
      }
      return isReferenceLimit(is.to) ? this.column(is.to).flat().map(Number).filter(Number.isFinite) : [];
    });
  }

  /** What rules, and not tests, hold a number against. */
  capsOf(name: string): readonly number[] {
    const { document, tables } = this.#context;
    if (name === "device.monthsCovered") {
      return rulesOf(document, "renewal").flatMap(({ rule }) => {
        const length = parseDuration(tables.cell("product", rule.to, "length")?.text ?? "");
        return rule.cap === undefined ? [] : [monthsOf(rule.cap) - (length ? monthsOf(length) : 0)];
      });
    }
    return name === "transfer.times"
      ? rulesOf(document, "transfer").flatMap(({ rule }) => rule.times ?? [])
      : [];
  }
}

const monthsOf = ({ amount, unit }: Duration): number => (unit === "years" ? amount * 12 : amount);
