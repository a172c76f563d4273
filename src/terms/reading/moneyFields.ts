import { isCurrency, minorUnits } from "../money.ts";
import type { Anchor, CountedPer, LatePenalty, RefundFee } from "../rules.ts";
import { type Share, tenThousandths, type WrittenMoney } from "../shares.ts";
import { parseDuration } from "../time/duration.ts";
import { vocabulary } from "../vocabulary.ts";
import { type FieldReader, instantFact, referenceOr, shown, textOf, unexpected } from "./fields.ts";
import type { Report } from "./report.ts";
import type { YamlNode } from "./yaml.ts";

/** `50.00 USD`; undefined, unreported, when the text does not have that shape. */
export function moneyIn(text: string): WrittenMoney | "decimals" | undefined {
  const [, figures = "", currency = ""] = /^([\d.]+) ([A-Z]{3})$/.exec(text) ?? [];
  const amount = isCurrency(currency) ? minorUnits(figures, currency) : undefined;
  return amount === undefined || amount === "decimals" ? amount : { amount, currency };
}

/** `10 % of plan.price`; undefined, unreported, when the text does not have that shape. */
export function shareIn(text: string, more: readonly string[] = []): Share | undefined {
  const [, percent = "", of = ""] = /^([\d.]+) ?% of ([a-zA-Z.-]+)$/.exec(text) ?? [];
  const share = tenThousandths(percent);
  const isMoney = vocabulary.get(of)?.type === "money" || more.includes(of);
  return share === undefined || !isMoney ? undefined : { tenThousandths: share, of };
}

/** A part of 100 with nothing it is a part of: `90 %`. */
function percentIn(text: string, of: string): Share | undefined {
  const [, percent = ""] = /^([\d.]+) ?%$/.exec(text) ?? [];
  const share = tenThousandths(percent);
  return share === undefined ? undefined : { tenThousandths: share, of };
}

export const money: FieldReader = (node, report) => {
  const found = moneyIn(textOf(node) ?? "");
  if (found === "decimals") {
    return report.error(
      "amount_decimals",
      node.place,
      `${shown(node)} has more decimals than its currency. Round it.`,
    );
  }
  return found ?? expected("an amount such as 50.00 USD", node, report);
};

export const moneyFact: FieldReader = (node, report) => {
  const name = textOf(node) ?? "";
  return vocabulary.get(name)?.type === "money"
    ? name
    : expected("a fact that is an amount of money", node, report);
};

/** An amount, a fact that is one, or a column that holds one. */
export const moneyOrFact: FieldReader = (node, report) =>
  vocabulary.has(textOf(node) ?? "") ? moneyFact(node, report) : referenceOr(money)(node, report);

export const shareOfMoney: FieldReader = (node, report) =>
  shareIn(textOf(node) ?? "") ??
  expected("a share of a money fact, such as 85 % of claim.quote", node, report);

/** `90 %`: of what, the field itself says. */
export const percentOf =
  (of: string): FieldReader =>
  (node, report) =>
    percentIn(textOf(node) ?? "", of) ?? expected("a share such as 90 %", node, report);

/** How often, up to how much money, or without a limit. */
export const granted: FieldReader = (node, report) => {
  const text = textOf(node) ?? "";
  if (text === "unlimited") {
    return text;
  }
  if (/^\d{1,6}$/.test(text)) {
    return Number(text);
  }
  return text.includes(" of ") || moneyIn(text) !== undefined
    ? referenceOr(money)(node, report)
    : expected("a whole number, an amount, unlimited, or COLUMN of FACT", node, report);
};

/** `term`, `contract-year`, `calendar-year`, `rolling 12 months`, `12 months from first use`. */
export const countedPer: FieldReader = (node, report): CountedPer | undefined => {
  const text = textOf(node) ?? "";
  if (text === "term" || text === "contract-year" || text === "calendar-year") {
    return { per: text };
  }
  const rolling = /^rolling (.+)$/.exec(text)?.[1];
  const first = /^(.+) from first use$/.exec(text)?.[1];
  const length = parseDuration(rolling ?? first ?? "");
  return length === undefined
    ? expected(
        "term, contract-year, calendar-year, rolling 12 months or 12 months from first use",
        node,
        report,
      )
    : { per: rolling === undefined ? "from-first-use" : "rolling", length };
};

/** An instant fact, or `later of A and B`, `earlier of A and B`, `first of A, B, C`. */
export const anchor: FieldReader = (node, report): Anchor | undefined => {
  const text = textOf(node) ?? "";
  const [, pick, names = text] = /^(later|earlier|first) of (.+)$/.exec(text) ?? [];
  const facts = names.split(/, | and /);
  const stranger = facts.find((name) => vocabulary.get(name)?.type !== "instant");
  if (stranger !== undefined || (pick === undefined) !== (facts.length === 1)) {
    const name: YamlNode = {
      kind: "scalar",
      value: stranger ?? text,
      text: stranger ?? text,
      place: node.place,
    };
    return instantFact(name, report) as undefined;
  }
  return { pick: (pick ?? "only") as Anchor["pick"], of: facts };
};

const bases = ["pro-rata"];

/** `50.00 USD`, `10 % of pro-rata`, `least of 25.00 USD and 10 % of plan.price`. */
export const refundFee: FieldReader = (node, report): RefundFee | undefined => {
  const text = textOf(node) ?? "";
  const [, pick = "least", parts = text] = /^(least|greatest) of (.+)$/.exec(text) ?? [];
  const of = parts.split(/, | and /).map((part) => moneyIn(part) ?? shareIn(part, bases));
  const fits = (each: (typeof of)[number]): boolean => each !== undefined && each !== "decimals";
  return of.every(fits)
    ? ({ pick, of } as RefundFee)
    : expected("an amount, a share, or the least of both", node, report);
};

/** `10 % per month after 45 days`. */
export const latePenalty: FieldReader = (node, report): LatePenalty | undefined => {
  const [, percent, unit, after] = /^(.+?%) per (.+?) after (.+)$/.exec(textOf(node) ?? "") ?? [];
  const share = percentIn(percent ?? "", "outstanding");
  const per = parseDuration(/^\d/.test(unit ?? "") ? (unit ?? "") : `1 ${unit ?? ""}`);
  const until = parseDuration(after ?? "");
  return share === undefined || per === undefined || until === undefined
    ? expected("a share per month after a time, such as 10 % per month after 45 days", node, report)
    : { share, per, after: until };
};

function expected(what: string, node: YamlNode, report: Report): undefined {
  return report.error("value_unknown", node.place, unexpected(what, node));
}
