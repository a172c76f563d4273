import { type Decision, decisions, ladder, type Route } from "../document.ts";
import { isCurrency } from "../money.ts";
import type { Reference } from "../tests.ts";
import { type Duration, parseDuration } from "../time/duration.ts";
import { vocabulary } from "../vocabulary.ts";
import { noSuchFact, writeOneOf } from "./noSuchName.ts";
import type { Report } from "./report.ts";
import { isClauseId, isSlug } from "./slugs.ts";
import type { YamlNode } from "./yaml.ts";

/** Reads one field of a rule; reports and gives undefined when the value is none of the field's. */
export type FieldReader = (node: YamlNode, report: Report) => unknown;

/** A scalar's text; undefined for lists and maps. */
export const textOf = (node: YamlNode): string | undefined =>
  node.kind === "scalar" ? node.text : undefined;

function reader<T>(expected: string, parse: (text: string) => T | undefined, mend?: string): FieldReader {
  return (node, report) => {
    const text = textOf(node);
    const value = text === undefined ? undefined : parse(text);
    return value ?? report.error("value_unknown", node.place, unexpected(expected, node, mend));
  };
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What stands there and does not fit, and then what to write. */
export function unexpected(expected: string, node: YamlNode, mend?: string): string {
  const found = shown(node);
  return mend === undefined
    ? `${capital(found)} does not fit here. Write ${expected}.`
    : `Expected ${expected}, found ${found}. ${mend}`;
}

export function shown(node: YamlNode): string {
  if (node.kind !== "scalar") {
    return `a ${node.kind}`;
  }
  return node.text === "" ? "nothing" : `"${node.text.slice(0, 60)}"`;
}

export const words =
  (...allowed: string[]): FieldReader =>
  (node, report) => {
    const text = textOf(node) ?? "";
    const message = `${capital(shown(node))} does not fit here. ${writeOneOf(text, allowed)}`;
    return allowed.includes(text) ? text : report.error("value_unknown", node.place, message);
  };

export const sentence: FieldReader = reader("a text", (text) => (text.trim() === "" ? undefined : text));

export const slug: FieldReader = reader("a word of lower-case letters, digits and hyphens", (text) =>
  isSlug(text) ? text : undefined,
);

export const clauseId: FieldReader = reader("the id of a clause", (text) =>
  isClauseId(text) ? text : undefined,
);

export const currency: FieldReader = reader("an ISO 4217 currency", (text) =>
  isCurrency(text) ? text : undefined,
);

export const yesOrNo: FieldReader = reader("yes or no", (text) => {
  if (text === "yes" || text === "true") {
    return true;
  }
  return text === "no" || text === "false" ? false : undefined;
});

export const count: FieldReader = reader("a whole number", (text) =>
  /^\d{1,6}$/.test(text) ? Number(text) : undefined,
);

/** A duration; a unit that is none of ours is its own finding, since it is the likeliest slip. */
export const duration: FieldReader = (node, report) => {
  const text = textOf(node);
  const value = text === undefined ? undefined : parseDuration(text);
  if (value !== undefined) {
    return value;
  }
  const unit = /^\d+ +([a-z]+(?: [a-z]+)?)/.exec(text ?? "")?.[1];
  // A unit of ours beside a number that is none of ours: the number is what is wrong.
  return unit === undefined || parseDuration(`1 ${unit}`) !== undefined
    ? report.error(
        "duration_invalid",
        node.place,
        unexpected("a duration such as 48 hours", node, "Write a whole number below 100000 and a unit."),
      )
    : report.error("unit_unknown", node.place, `"${unit}" is no unit. ${writeOneOf(unit, durationUnits)}`);
};

const durationUnits = ["hours", "days", "working days", "weeks", "months", "years"];

/** What is compared with months covered: a day is no part of a month. */
export const monthsOrYears: FieldReader = (node, report) => {
  const value = duration(node, report) as Duration | undefined;
  if (value === undefined || value.unit === "months" || value.unit === "years") {
    return value;
  }
  const message = unexpected("months or years", node, "Write a time such as 24 months.");
  return report.error("duration_invalid", node.place, message);
};

export const instantFact: FieldReader = (node, report) => {
  const name = textOf(node) ?? "";
  const info = vocabulary.get(name);
  if (info === undefined) {
    return report.error("fact_unknown", node.place, noSuchFact(name));
  }
  return info.type === "instant"
    ? name
    : report.error(
        "value_unknown",
        node.place,
        `${name} is no instant, so nothing can run from or until it. Name one such as plan.startsAt.`,
      );
};

/** `COLUMN of FACT`; undefined, unreported, when the text does not have that shape. */
export function referenceIn(text: string, node: YamlNode, report: Report): Reference | undefined {
  const match = /^([a-z0-9][a-z0-9-]*) of ([a-zA-Z]+(?:\.[a-zA-Z]+)?)$/.exec(text);
  const [, column, of] = match ?? [];
  if (column === undefined || of === undefined) {
    return undefined;
  }
  if (!vocabulary.has(of)) {
    report.error("fact_unknown", node.place, noSuchFact(of));
    return undefined;
  }
  return { column, of, place: node.place };
}

/** Either a reference to a table or what `other` reads. */
export const referenceOr =
  (other: FieldReader): FieldReader =>
  (node, report) => {
    const text = textOf(node);
    return text?.includes(" of ") ? referenceField(node, report) : other(node, report);
  };

const referenceField: FieldReader = (node, report) =>
  referenceIn(textOf(node) ?? "", node, report) ??
  report.error(
    "value_unknown",
    node.place,
    unexpected("COLUMN of FACT", node, "Write one such as length of plan.product."),
  );

/** One value or a list of them. */
export const listOf =
  (item: FieldReader): FieldReader =>
  (node, report) => {
    const nodes = node.kind === "list" ? node.items : [node];
    const values = nodes.map((each) => item(each, report));
    return values.includes(undefined) ? undefined : values;
  };

export const decisionList: FieldReader = listOf(words(...decisions));
export const routeList: FieldReader = listOf(words(...ladder));

/** Routes, or `none` for what no route asks for. */
export const routesOrNone: FieldReader = (node, report) =>
  textOf(node) === "none" ? [] : routeList(node, report);

/** An amount of nothing, a quotation, or the fee clause that says how much. */
export const feeField: FieldReader = (node, report) => (textOf(node) === "0" ? 0 : clauseId(node, report));

export type { Decision, Duration, Route };
