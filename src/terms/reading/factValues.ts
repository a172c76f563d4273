import type { FactInfo } from "../factTypes.ts";
import { isCurrency } from "../money.ts";
import { dayMs, parseDay, parseInstant } from "../time/civil.ts";
import { noFact } from "../vocabulary/noFact.ts";
import { isCount, isMoney, mostCounted } from "../vocabulary/readShaped.ts";
import { vocabulary } from "../vocabulary.ts";
import { isClauseId, isCountry, isRegionName, isSlug, isState } from "./slugs.ts";

/**
 * What is wrong with the facts of a case, each with the path to it: `incident.cause`. Empty when they can
 * be decided on.
 */
export function factProblems(facts: unknown): { readonly path: string; readonly message: string }[] {
  if (!isRecord(facts)) {
    return [{ path: "", message: "The facts of a case are an object with groups such as device and plan." }];
  }
  const problems: { path: string; message: string }[] = [];
  const look = (path: string, value: unknown): void => {
    const info = vocabulary.get(path);
    const message = info === undefined ? noFact(path) : problemOf(info, value);
    if (message !== undefined) {
      problems.push({ path, message });
    }
  };
  for (const [group, value] of Object.entries(facts)) {
    if (group === "at" || !groupNames.has(group)) {
      look(group, value);
    } else if (isRecord(value)) {
      for (const [name, fact] of Object.entries(value)) {
        look(`${group}.${name}`, fact);
      }
    } else if (value !== "none" && value !== "unknown" && value !== null) {
      problems.push({ path: group, message: `${group} is a group of facts, or none.` });
    }
  }
  return problems;
}

const groupNames: ReadonlySet<string> = new Set(
  [...vocabulary.keys()].map((name) => name.slice(0, Math.max(0, name.indexOf(".")))),
);

/** Why a value is none of this fact's; undefined when it is. */
export function problemOf(info: FactInfo, value: unknown): string | undefined {
  if (value === null || value === "unknown" || value === undefined) {
    return undefined;
  }
  if (value === (info.type === "instant" ? "never" : "none")) {
    return info.name === "at" ? "A decision always has a moment." : undefined;
  }
  return isValueOf(info, value) ? undefined : `${info.name} cannot be ${show(value)}: ${expected(info)}.`;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function isValueOf(info: FactInfo, value: unknown): boolean {
  switch (info.type) {
    case "instant":
      return info.name === "at" ? isInstant(value) : isMoment(value);
    case "yes-no":
      return typeof value === "boolean" || value === "yes" || value === "no";
    case "number":
      return isCount(value);
    case "money":
      return isMoney(value) && isCurrency(value.currency);
    case "uses":
      return isCount(value) || (Array.isArray(value) && value.every(isUse));
    case "signals":
      return Array.isArray(value) && value.every(isSignal);
    case "list":
      return Array.isArray(value) && value.every((item) => typeof item === "string" && isItem(info, item));
    default:
      return typeof value === "string" && isWordOf(info, value);
  }
}

/** Whether a text can be a value of a fact that is a single word. */
export function isWordOf(info: FactInfo, text: string): boolean {
  switch (info.type) {
    case "word":
      return info.values?.includes(text) ?? false;
    case "region":
      return isRegionName(text);
    case "currency":
      return isCurrency(text);
    case "country":
      return isCountry(text);
    case "state":
      return isState(text);
    case "text":
      return text !== "";
    default:
      return isSlug(text);
  }
}

export function isItem(info: FactInfo, text: string): boolean {
  if (info.of === "part") {
    return info.values?.includes(text) ?? false;
  }
  return info.of === "clause" ? isClauseId(text) : isSlug(text);
}

const isInstant = (value: unknown): boolean => typeof value === "string" && parseInstant(value) !== undefined;

function isMoment(value: unknown): boolean {
  if (typeof value === "string") {
    return isInstant(value) || parseDay(value) !== undefined;
  }
  return isRecord(value) && isInterval(value.from, value.to);
}

function isInterval(from: unknown, to: unknown): boolean {
  const first = typeof from === "string" ? msOf(from) : undefined;
  const last = typeof to === "string" ? msOf(to) : undefined;
  if (first === undefined || last === undefined) {
    return false;
  }
  // A date has no zone here: beside an instant it can lie a day and a half to either side.
  const slack = isDay(from) === isDay(to) ? 0 : 1.5 * dayMs;
  return first <= last + slack;
}

const isDay = (value: unknown): boolean => typeof value === "string" && parseDay(value) !== undefined;

function msOf(text: string): number | undefined {
  const day = parseDay(text);
  return day === undefined ? parseInstant(text) : day * dayMs;
}

function isUse(value: unknown): boolean {
  return (
    isRecord(value) && typeof value.benefit === "string" && isTime(value.at) && isReversal(value.reversed)
  );
}

const isUntold = (value: unknown): boolean => value === undefined || value === null || value === "unknown";
const isTime = (value: unknown): boolean => isUntold(value) || value === "never" || isMoment(value);
const isReversal = (value: unknown): boolean =>
  typeof value === "boolean" || value === "yes" || value === "no" || value === "none" || isTime(value);

const isSignal = (value: unknown): boolean =>
  isRecord(value) && isSlug(String(value.kind)) && isCount(value.weight);

function expected(info: FactInfo): string {
  switch (info.type) {
    case "instant":
      return "an instant with its offset, a date, an interval from the earlier to the later, or never";
    case "yes-no":
      return "yes or no";
    case "number":
      return `a whole number up to ${mostCounted}`;
    case "money":
      return "an amount in minor units and its currency";
    case "uses":
      return "a list of uses, each with its benefit and perhaps at and reversed, or how many there were";
    case "signals":
      return "a list of signals, each with its kind and weight";
    case "list":
      return info.values === undefined ? "a list" : `a list of ${info.values.join(", ")}`;
    default:
      return info.values === undefined ? `a ${info.type}` : info.values.join(", ");
  }
}

const show = (value: unknown): string => JSON.stringify(value)?.slice(0, 60) ?? "that";
