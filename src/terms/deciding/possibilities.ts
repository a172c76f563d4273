import type { Context } from "../compiling/context.ts";
import { isAny } from "../compiling/feeRows.ts";
import { rulesOf } from "../document.ts";
import type { FactInfo } from "../factTypes.ts";
import { isReference } from "../rules.ts";
import { isShare, isWrittenMoney, roundedQuotient, shareOf, type WrittenMoney } from "../shares.ts";
import { keyOf, listIn } from "../tables.ts";
import { factNamed, vocabulary } from "../vocabulary.ts";
import { type Case, isUnknown } from "./case.ts";
import { DocumentTests } from "./documentTests.ts";
import { tellingLists } from "./possibleLists.ts";
import { mostUses, possibleUses } from "./possibleUses.ts";
import { useMarks } from "./useMarks.ts";
import { instantsAround, type Yardsticks, yardsticksOf } from "./yardsticks.ts";

/**
 * The values an unknown fact could have, as far as the document can tell them apart: each one its tests or
 * tables name, and one they do not.
 */
export class Possibilities {
  /** The most uses any benefit grants, at least one. */
  readonly mostGranted: number;
  readonly #context: Context;
  readonly #tests: DocumentTests;
  readonly #yardsticks: Yardsticks;
  readonly #marks: (name: string, c: Case) => readonly number[];
  readonly #uses: (uses: unknown, c: Case) => readonly unknown[];
  readonly #fixed = new Map<string, readonly unknown[]>();

  constructor(context: Context) {
    this.#context = context;
    this.#tests = new DocumentTests(context);
    this.#yardsticks = yardsticksOf(context.document);
    this.#marks = useMarks(context);
    this.#uses = possibleUses(context, this.#tests.limitsOf("plan.uses"));
    const benefits = rulesOf(context.document, "benefit").map(({ rule }) => rule.benefit);
    this.mostGranted = Math.max(1, ...benefits.map((name) => mostUses(name, context)));
  }

  /**
   * `root` is the case as it was told, before anything was supposed: names and amounts follow from it alone,
   * so that one fact has the same values whatever is supposed of another.
   */
  of(name: string, c: Case, root: Case = c): readonly unknown[] {
    const info = vocabulary.get(name);
    if (info === undefined) {
      return [];
    }
    switch (info.type) {
      case "instant":
        return this.#withAbsence(info, instantsAround(info, c, this.#yardsticks, this.#marks(name, c)));
      case "text":
        return this.#withAbsence(info, this.#texts(info, root));
      case "money":
        return this.#withAbsence(info, this.#amounts(info, root));
      case "uses":
        return this.#uses(info.read(c), c);
      default:
        return this.#alwaysTheSame(info);
    }
  }

  #alwaysTheSame(info: FactInfo): readonly unknown[] {
    let values = this.#fixed.get(info.name);
    if (values === undefined) {
      values = this.#withAbsence(info, this.#fixedValues(info));
      this.#fixed.set(info.name, values);
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
        return around([...this.#tests.limitsOf(info.name), ...this.#tests.capsOf(info.name)]);
      case "signals":
        return [0, ...around(this.#tests.limitsOf(info.name))].map((weight) =>
          weight === 0 ? [] : [{ kind: "any", weight }],
        );
      case "list":
        return this.#lists(info);
      case "currency":
        return [...new Set([...this.#currencies(), stranger("currency")])];
      default:
        return this.#names(info);
    }
  }

  /**
   * Nothing, something and much, in the currency of what is known or else of the region, and in another; and
   * around all it is compared with, whether the document or the case gives it, or a share of it.
   */
  #amounts(info: FactInfo, c: Case): readonly WrittenMoney[] {
    const faced = this.#tests.facedBy(info.name);
    const known = faced
      .filter((name) => name !== info.name)
      .map((name) => factNamed(name).read(c))
      .filter(isWrittenMoney);
    const limits = faced.flatMap((name) => this.#limitsOn(name));
    const written = limits.filter((limit) => isWrittenMoney(limit));
    const shares = limits.filter((limit) => isShare(limit));
    const region = this.#context.document.front.regions.get(c.region as string);
    const used = [...known, ...written].map(({ currency }) => currency).sort();
    const [usual = "EUR"] = region?.currencies ?? this.#currencies();
    const currencies = new Set(used.length > 0 ? used : [usual]);
    const parts = known.flatMap(({ amount }) =>
      shares.flatMap((share) => [shareOf(amount, share), wholeOf(amount, share.tenThousandths)]),
    );
    const amounts = [0, 1, 1_000_000, ...around([...known, ...written].map(({ amount }) => amount))];
    const all = [...new Set([...amounts, ...around(parts)])].sort((a, b) => a - b);
    return [
      ...[...currencies].flatMap((currency) => all.map((amount) => ({ amount, currency }))),
      { amount: 1_000_000, currency: "XTS" },
    ];
  }

  /** The amounts and shares of amounts a fact is compared with, by tests and by fees. */
  #limitsOn(name: string): readonly unknown[] {
    const compared = this.#tests.on(name).flatMap((is) => (is.test === "compare" ? [is.to] : []));
    const fees = rulesOf(this.#context.document, "fee").flatMap(({ rule }) =>
      rule.share?.of === name ? [rule.share, rule["at-least"], rule["at-most"]] : [],
    );
    return [...compared, ...fees];
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
    const used = this.#tests.namesFor(info);
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

  /**
   * The names that are known of what it is held against, or that a test or a table gives, so that an unknown
   * one can be the same, and two that are not; in one order, whichever of them came first.
   */
  #texts(info: FactInfo, c: Case): readonly unknown[] {
    const faced = this.#tests.facedBy(info.name).map(factNamed);
    const known = faced
      .filter(({ name }) => name !== info.name)
      .map(({ read }) => read(c))
      .filter((value) => !isUnknown(value) && value !== "none");
    const named = faced.flatMap((other) => this.#tests.namesFor(other));
    return [...new Set([...known, ...named, stranger("one"), stranger("another")].map(String))].sort();
  }

  /** Lists of clauses are judged one by one; all others are held against sets of members. */
  #lists(info: FactInfo): readonly unknown[] {
    if (info.of === "clause") {
      const ids = rulesOf(this.#context.document, "exclude").map(({ clause }) => clause.id);
      return [[], ids];
    }
    const sets = this.#tests.on(info.name).flatMap((is) => this.#tests.membersIn(is));
    const returned = info.name === "claim.returnedParts" ? this.#returnSets() : [];
    const priced = info.name === "incident.parts" ? this.#pricedParts() : [];
    const every =
      info.of === "part"
        ? (info.values ?? [])
        : [...this.#context.tables.names(info.of ?? ""), stranger(info.of ?? "")];
    return tellingLists(unique([...sets, ...returned, ...priced]), every);
  }

  #returnSets(): readonly (readonly string[])[] {
    return rulesOf(this.#context.document, "return").flatMap(({ rule: { parts } }) =>
      isReference(parts) ? this.#tests.column(parts) : [parts],
    );
  }

  #pricedParts(): readonly (readonly string[])[] {
    return this.#context.tables.all.flatMap((table) => {
      const at = table.columns.findIndex(({ name, isKey }) => isKey && name === "part");
      return table.rows.flatMap(({ cells }) =>
        cells[at] === undefined || isAny(cells[at].text) ? [] : [listIn(cells[at])],
      );
    });
  }
}

const neverAbsent: ReadonlySet<string> = new Set(["yes-no", "number", "uses", "model", "series"]);

/** A value that is none of those the document knows, and no real one either. */
const stranger = (type: string): string => `?${type}`;

/** Just under each limit, at it and just over it, and nothing at all. */
const around = (limits: readonly number[]): readonly number[] =>
  [...new Set([0, ...limits.flatMap((limit) => [limit - 1, limit, limit + 1])])].filter(
    (value) => value >= 0,
  );

/** The amount of which this one is such a share. */
const wholeOf = (amount: number, tenThousandths: number): number =>
  tenThousandths === 0 ? 0 : roundedQuotient(BigInt(amount) * 10_000n, BigInt(tenThousandths));

function unique(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(lists.map((list) => [[...new Set(list)].sort().join(), list])).values()];
}
