import { isWrittenMoney, type WrittenMoney } from "../amounts.ts";
import type { Context } from "../compiling/context.ts";
import { rulesOf } from "../document.ts";
import type { FactInfo } from "../factTypes.ts";
import { conditionsOf } from "../reading/links.ts";
import { isReference } from "../rules.ts";
import { keyOf, listIn } from "../tables.ts";
import { type FactTest, factTests } from "../tests.ts";
import { factNamed, vocabulary } from "../vocabulary.ts";
import type { Case } from "./case.ts";
import { isUnknown } from "./case.ts";
import { instantsAround, type Yardsticks, yardsticksOf } from "./yardsticks.ts";

/**
 * The values an unknown fact could have, as far as the document can tell them apart: each one its tests or
 * tables name, and one they do not.
 */
export class Possibilities {
  /** The most uses any benefit grants, at least one. */
  readonly mostGranted: number;
  readonly #context: Context;
  readonly #tests: ReadonlyMap<string, readonly FactTest[]>;
  readonly #yardsticks: Yardsticks;
  readonly #fixed = new Map<string, readonly unknown[]>();

  constructor(context: Context) {
    this.#context = context;
    this.#tests = testsByFact(context);
    this.#yardsticks = yardsticksOf(context.document);
    this.mostGranted = mostGrantedBy(context);
  }

  of(name: string, c: Case): readonly unknown[] {
    const info = factNamed(name);
    if (info.type === "instant") {
      return this.#withAbsence(info, instantsAround(info, c, this.#yardsticks));
    }
    if (info.type === "text") {
      return this.#withAbsence(info, textsIn(info, c));
    }
    if (info.type === "money") {
      return this.#withAbsence(info, this.#amounts(info, c));
    }
    let values = this.#fixed.get(name);
    if (values === undefined) {
      values = this.#withAbsence(info, this.#fixedValues(info));
      this.#fixed.set(name, values);
    }
    return values;
  }

  /**
   * That there is none is a possibility for all but what every device has, counts and questions of yes or
   * no.
   */
  #withAbsence({ type, name }: FactInfo, values: readonly unknown[]): readonly unknown[] {
    if (neverAbsent.has(type) || name === "at") {
      return values;
    }
    return [...values, type === "instant" ? "never" : "none"];
  }

  #fixedValues(info: FactInfo): readonly unknown[] {
    switch (info.type) {
      case "yes-no":
        return [true, false];
      case "word":
        return info.values ?? [];
      case "number":
        return this.#numbers(info.name);
      case "uses":
        return Array.from({ length: this.mostGranted + 2 }, (_, count) => count);
      case "list":
        return this.#lists(info);
      case "currency":
        return [...new Set([...this.#currencies(), stranger("currency")])];
      default:
        return this.#names(info);
    }
  }

  /**
   * Nothing, something and much, in the currency of what is known or else those of the region; and around
   * all it is compared with, whether the document or the case gives it.
   */
  #amounts(info: FactInfo, c: Case): readonly WrittenMoney[] {
    const known = [...vocabulary.values()]
      .filter(({ type, name }) => type === "money" && name !== info.name)
      .map(({ read }) => read(c))
      .filter(isWrittenMoney);
    const limits = (this.#tests.get(info.name) ?? []).flatMap((is) =>
      is.test === "compare" && isWrittenMoney(is.to) ? [is.to] : [],
    );
    const region = this.#context.document.front.regions.get(c.region as string);
    const told = [...known, ...limits].map(({ currency }) => currency);
    const currencies = told.length > 0 ? told : (region?.currencies ?? this.#currencies());
    const around = [...known, ...limits].flatMap(({ amount }) => [amount - 1, amount, amount + 1]);
    const amounts = new Set([0, 1, 1_000_000, ...around.filter((amount) => amount >= 0)]);
    return [...new Set(currencies)].flatMap((currency) =>
      [...amounts].map((amount) => ({ amount, currency })),
    );
  }

  #currencies(): readonly string[] {
    const regions = [...this.#context.document.front.regions.values()];
    const tables = this.#context.tables.all.flatMap((table) => {
      const at = table.columns.findIndex(({ name }) => name === "currency");
      return table.rows.flatMap(({ cells }) => cells[at]?.text ?? []);
    });
    return [...regions.flatMap(({ currencies }) => currencies), ...tables];
  }

  /** Names the document lists; where it lists none, those its tests use and one they do not. */
  #names(info: FactInfo): readonly unknown[] {
    const listed = this.#listed(info);
    const used = (this.#tests.get(info.name) ?? []).flatMap((is) => (is.test === "one-of" ? is.values : []));
    const isClosed = listed.length > 0 && (info.type === "model" || info.type === "series");
    return [...new Set([...listed, ...used, ...(isClosed ? [] : [stranger(info.type)])])];
  }

  #listed({ type, name }: FactInfo): readonly string[] {
    const { document, tables, background } = this.#context;
    if (type === "region") {
      return [...document.front.regions.keys()];
    }
    const listed = tables.names(keyOf(name) ?? "");
    return type === "country" ? [...listed, ...background.calendars.countries] : listed;
  }

  #numbers(name: string): readonly number[] {
    const limits = (this.#tests.get(name) ?? []).flatMap((is) =>
      is.test === "compare" && typeof is.to === "number" ? [is.to - 1, is.to, is.to + 1] : [],
    );
    const caps = name === "device.monthsCovered" ? [12, 24, 36, 48, 60] : [];
    return [...new Set([0, ...limits, ...caps])].filter((value) => value >= 0);
  }

  /** No entry, everything a table or a test lists, that and a stranger, the stranger alone. */
  #lists(info: FactInfo): readonly unknown[] {
    if (info.of === "clause") {
      const ids = rulesOf(this.#context.document, "exclude").map(({ clause }) => clause.id);
      return [[], ids];
    }
    const other = info.of === "part" ? "other" : stranger(info.of ?? "");
    const sets = (this.#tests.get(info.name) ?? []).flatMap((is) => this.#membersIn(is));
    const returned = info.name === "claim.returnedParts" ? this.#returnSets() : [];
    const every = info.of === "part" ? (info.values ?? []) : this.#context.tables.names(info.of ?? "");
    const singles = info.of === "part" ? [] : every.map((name) => [name]);
    const full = unique([...sets, ...returned, ...singles, every]);
    return unique([[], [other], ...full, ...full.map((set) => [...set, other])]);
  }

  #membersIn(is: FactTest): readonly (readonly string[])[] {
    if (!("members" in is)) {
      return [];
    }
    if ("list" in is.members) {
      return [is.members.list];
    }
    return "reference" in is.members
      ? this.#column(is.members.reference)
      : [this.#context.tables.names("model")];
  }

  #returnSets(): readonly (readonly string[])[] {
    return rulesOf(this.#context.document, "return").flatMap(({ rule: { parts } }) =>
      isReference(parts) ? this.#column(parts) : [parts],
    );
  }

  #column({ of, column }: { of: string; column: string }): readonly (readonly string[])[] {
    const cells = this.#context.tables.lookup(keyOf(of) ?? "", column)?.cells.values() ?? [];
    return [...cells].map((cell) => listIn(cell));
  }
}

const neverAbsent: ReadonlySet<string> = new Set(["yes-no", "number", "uses", "model", "series"]);

/** A value that is none of those the document knows, and no real one either. */
const stranger = (type: string): string => `?${type}`;

function unique(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(lists.map((list) => [[...new Set(list)].sort().join(), list])).values()];
}

function testsByFact({ document }: Context): ReadonlyMap<string, readonly FactTest[]> {
  const found = new Map<string, FactTest[]>();
  for (const { rule } of document.clauses) {
    for (const { fact, is } of rule === null ? [] : conditionsOf(rule).flatMap(factTests)) {
      found.set(fact, [...(found.get(fact) ?? []), is]);
    }
  }
  return found;
}

function mostGrantedBy({ document, tables }: Context): number {
  const counts = rulesOf(document, "benefit").flatMap(({ rule: { grants } }) => {
    if (!isReference(grants)) {
      return typeof grants === "number" ? [grants] : [];
    }
    const cells = tables.lookup(keyOf(grants.of) ?? "", grants.column)?.cells.values() ?? [];
    return [...cells].map(({ text }) => Number(text) || 0);
  });
  return Math.max(1, ...counts);
}

/** The names already in the case, so that an unknown one can be the same, and two that are not. */
function textsIn(info: FactInfo, c: Case): readonly string[] {
  const known = [...vocabulary.values()]
    .filter(({ type, name }) => type === "text" && name !== info.name)
    .map(({ read }) => read(c))
    .filter((value) => !isUnknown(value) && value !== "none") as string[];
  return [...new Set([...known, "one", "another"])];
}
