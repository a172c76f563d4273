import type { FactInfo } from "../factTypes.ts";
import type { Share } from "../shares.ts";
import type { Comparison, FactTest, Members, TimeOrder } from "../tests.ts";
import { parseInstant } from "../time/civil.ts";
import { parseDuration } from "../time/duration.ts";
import { vocabulary } from "../vocabulary.ts";
import { isItem, isWordOf } from "./factValues.ts";
import { referenceIn } from "./fields.ts";
import { moneyIn, shareIn } from "./moneyFields.ts";
import { noSuchFact, writeOneOf } from "./noSuchName.ts";
import { examplesOf, meantPhrase, phrasesFor, phraseWords } from "./phraseWords.ts";
import type { Report } from "./report.ts";
import { isSlug } from "./slugs.ts";
import type { YamlNode, YamlScalar } from "./yaml.ts";

/**
 * What one entry of `when` says of its fact: tests of which one must hold, and whether the whole is turned
 * around.
 */
export interface Phrase {
  readonly negated: boolean;
  readonly tests: readonly FactTest[];
}

/** Reads a phrase such as `at least 1`, `not before plan.startsAt`, `in regions` or a plain value. */
export function readPhrase(info: FactInfo, node: YamlScalar, report: Report): Phrase | undefined {
  const text = node.text.trim();
  if (text.startsWith("not ") && !/^not (before|after) /.test(text)) {
    const rest = readPhrase(info, { ...node, text: text.slice(4), value: text.slice(4) }, report);
    return rest && { ...rest, negated: !rest.negated };
  }
  const test = new PhraseReader(info, node, report).read(text);
  return test && { negated: false, tests: [test] };
}

/** A list of values, of which the fact must be one; `none` or `never` among them means absent. */
export function readValues(info: FactInfo, nodes: readonly YamlNode[], report: Report): Phrase | undefined {
  const tests: FactTest[] = [];
  const values: (string | number | boolean)[] = [];
  for (const node of nodes) {
    if (node.kind !== "scalar") {
      return report.error(
        "value_unknown",
        node.place,
        `Expected a value of ${info.name}, found a ${node.kind}. Write ${examplesOf(info)}.`,
      );
    }
    const test = new PhraseReader(info, node, report).value(node.text);
    if (test === undefined) {
      return undefined;
    }
    if (test.test === "absent") {
      tests.push(test);
    } else if (test.test === "one-of") {
      values.push(...test.values);
    }
  }
  return { negated: false, tests: values.length > 0 ? [...tests, { test: "one-of", values }] : tests };
}

class PhraseReader {
  readonly #info: FactInfo;
  readonly #node: YamlScalar;
  readonly #report: Report;

  constructor(info: FactInfo, node: YamlScalar, report: Report) {
    this.#info = info;
    this.#node = node;
    this.#report = report;
  }

  read(text: string): FactTest | undefined {
    const [, words, rest] = phrase.exec(text) ?? [];
    if (words === undefined || rest === undefined) {
      return this.value(text);
    }
    switch (words) {
      case "at least":
      case "at most":
      case "fewer than":
      case "more than":
        return this.#compare(words, rest);
      case "before":
      case "after":
      case "not before":
      case "not after":
        return this.#order(words, rest);
      case "within":
        return this.#within(rest);
      case "same as":
        return this.#same(rest);
      default:
        return this.#member(words as "in", rest);
    }
  }

  /** A plain value of the fact, or `none`. */
  value(text: string): FactTest | undefined {
    const { type, name } = this.#info;
    if (text === (type === "instant" ? "never" : "none")) {
      return { test: "absent" };
    }
    if (type === "yes-no") {
      const isYes = text === "yes" || text === "true";
      return isYes || text === "no" || text === "false"
        ? { test: "one-of", values: [isYes] }
        : this.#unknown(text);
    }
    if (type === "number") {
      return /^\d+$/.test(text) ? { test: "one-of", values: [Number(text)] } : this.#unknown(text);
    }
    if (type === "instant" || type === "money" || type === "uses" || type === "list" || type === "signals") {
      return this.#report.error(
        "test_unfit",
        this.#node.place,
        meantPhrase(text) ?? `${name} cannot be tested for being "${text}". Write ${phrasesFor(this.#info)}.`,
      );
    }
    return isWordOf(this.#info, text) ? { test: "one-of", values: [text] } : this.#unknown(text);
  }

  #unknown(text: string): undefined {
    const { name, values } = this.#info;
    const way = values === undefined ? `Write ${examplesOf(this.#info)}.` : writeOneOf(text, values);
    const message = meantPhrase(text) ?? `"${text}" is no value of ${name}. ${way}`;
    this.#report.error("value_unknown", this.#node.place, message);
  }

  #compare(how: Comparison, rest: string): FactTest | undefined {
    if (this.#info.type === "money") {
      return this.#compareMoney(how, rest);
    }
    if (!this.#fits("number", "uses", "signals")) {
      return undefined;
    }
    if (/^\d+$/.test(rest)) {
      return { test: "compare", how, to: Number(rest) };
    }
    const to = referenceIn(rest, this.#node, this.#report);
    return to ? { test: "compare", how, to } : this.#expected("a number or COLUMN of FACT", rest);
  }

  #compareMoney(how: Comparison, rest: string): FactTest | undefined {
    const to = moneyIn(rest) ?? shareIn(rest) ?? (vocabulary.has(rest) ? wholeOf(rest) : undefined);
    return to === undefined || to === "decimals"
      ? this.#expected("an amount such as 50.00 USD, or a share of a money fact", rest)
      : { test: "compare", how, to };
  }

  #order(how: TimeOrder, rest: string): FactTest | undefined {
    if (!this.#fits("instant")) {
      return undefined;
    }
    if (parseInstant(rest) !== undefined) {
      return { test: "order", how, to: { instant: rest } };
    }
    return this.#fact(rest, "instant") ? { test: "order", how, to: { fact: rest } } : undefined;
  }

  #within(rest: string): FactTest | undefined {
    if (!this.#fits("instant")) {
      return undefined;
    }
    if (rest === "plan period") {
      return { test: "in-period" };
    }
    const [, length, of] = /^(.+) of ([a-zA-Z.]+)$/.exec(rest) ?? [];
    const duration = parseDuration(length ?? "");
    if (duration === undefined || of === undefined) {
      return this.#expected("plan period, or a duration of a fact", rest);
    }
    return this.#fact(of, "instant") ? { test: "within", duration, of } : undefined;
  }

  #same(rest: string): FactTest | undefined {
    return this.#fact(rest, this.#info.type) ? { test: "same", as: rest } : undefined;
  }

  #member(test: "in" | "all in" | "some in" | "includes", rest: string): FactTest | undefined {
    const listed = this.#info.type === "list" || this.#info.type === "signals";
    if (listed === (test === "in")) {
      return this.#report.error(
        "test_unfit",
        this.#node.place,
        `"${test}" does not fit ${this.#info.name}, which is ${listed ? "a list" : "no list"}. ` +
          `Write ${listed ? "all in, some in or includes" : "in"}.`,
      );
    }
    const members = this.#members(rest);
    return members && { test: memberTests[test], members };
  }

  #members(rest: string): Members | undefined {
    if (rest === "regions") {
      return { regions: true };
    }
    if (vocabulary.get(rest)?.type === "list") {
      return { fact: rest };
    }
    const reference = referenceIn(rest, this.#node, this.#report);
    if (reference !== undefined) {
      return { reference };
    }
    const list = rest
      .replace(/^\[(.*)\]$/, "$1")
      .split(",")
      .map((item) => item.trim());
    const stranger = list.find((item) => !this.#isMember(item));
    return stranger === undefined ? { list } : this.#unknown(stranger);
  }

  #isMember(item: string): boolean {
    const { type } = this.#info;
    return type === "signals" ? isSlug(item) : (type === "list" ? isItem : isWordOf)(this.#info, item);
  }

  #fits(...types: FactInfo["type"][]): boolean {
    if (types.includes(this.#info.type)) {
      return true;
    }
    this.#report.error(
      "test_unfit",
      this.#node.place,
      `"${this.#node.text}" does not fit ${this.#info.name}, which is of type ${this.#info.type}. ` +
        `Write ${phrasesFor(this.#info)}.`,
    );
    return false;
  }

  #fact(name: string, type: FactInfo["type"]): boolean {
    const info = vocabulary.get(name);
    if (info === undefined) {
      this.#report.error("fact_unknown", this.#node.place, noSuchFact(name));
      return false;
    }
    if (info.type !== type) {
      const message = `${name} is of type ${info.type}, not ${type}. Name a fact of that type.`;
      this.#report.error("test_unfit", this.#node.place, message);
    }
    return info.type === type;
  }

  #expected(what: string, found: string): undefined {
    this.#report.error(
      "value_unknown",
      this.#node.place,
      `"${found}" does not fit ${this.#info.name}. Write ${what}.`,
    );
  }
}

const wholeOf = (of: string): Share | undefined =>
  vocabulary.get(of)?.type === "money" ? { tenThousandths: 10_000, of } : undefined;

const phrase = new RegExp(`^(${phraseWords.join("|")}) (.+)$`);

const memberTests: Record<
  "in" | "all in" | "some in" | "includes",
  "member" | "all-in" | "some-in" | "includes"
> = {
  in: "member",
  "all in": "all-in",
  "some in": "some-in",
  includes: "includes",
};
