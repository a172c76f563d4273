import type { FactInfo } from "../factTypes.ts";
import { nearest } from "./nearest.ts";

/** The words a test begins with, the longer before those they begin with. */
export const phraseWords: readonly string[] = [
  ...["at least", "at most", "fewer than", "more than", "not before", "not after", "before", "after"],
  ...["same as", "within", "all in", "some in", "includes", "in"],
];

/** What the format says, and what people write for it. */
const others: ReadonlyMap<string, string> = new Map(
  [
    ["fewer than", "less than, lower than, smaller than, under, below, <"],
    ["more than", "greater than, larger than, higher than, over, above, exceeds, >"],
    ["at most", "no more than, not more than, up to, maximum, max, <="],
    ["at least", "no less than, no fewer than, not less than, not fewer than, minimum, min, >="],
    ["before", "earlier than, prior to"],
    ["after", "later than"],
    ["not before", "since, from, on or after, not earlier than"],
    ["not after", "until, till, by, on or before, not later than, no later than"],
    ["same as", "equal to, equals, same, the same as, ==, ="],
    ["includes", "contains, contain, include, has"],
    ["all in", "all of, only"],
    ["some in", "any of, some of, any in, one of"],
  ].flatMap(([meant = "", written = ""]) => written.split(", ").map((words) => [words, meant] as const)),
);

const longestFirst = [...others.keys()].toSorted((a, b) => b.length - a.length);

/** What to say of a text that looks like a test in words of somebody's own; undefined when it does not. */
export function meantPhrase(text: string): string | undefined {
  const words = longestFirst.find((each) => text.startsWith(`${each} `));
  const lead = words ?? slipIn(text);
  const meant = words === undefined ? nearest(lead ?? "", phraseWords) : others.get(words);
  return lead === undefined || meant === undefined
    ? undefined
    : `No test begins with "${lead}". Write ${meant}${text.slice(lead.length)}.`;
}

/** The first two words, where they are nearly those of a test. */
function slipIn(text: string): string | undefined {
  const [first = "", second = "", ...rest] = text.split(" ");
  const two = `${first} ${second}`;
  return rest.length > 0 && nearest(two, phraseWords) !== undefined ? two : undefined;
}

/** Values a fact can have, as one writes them. */
export function examplesOf({ values, type, name }: FactInfo): string {
  switch (type) {
    case "yes-no":
      return "yes or no";
    case "number":
      return "a whole number, or a test such as at least 1";
    case "region":
      return "two capital letters such as EU";
    case "country":
      return "a country of ISO 3166 such as PL";
    case "state":
      return "a state of ISO 3166-2 such as US-TX";
    case "currency":
      return "a currency of ISO 4217 such as EUR";
    case "text":
      return "a text";
    default:
      return values === undefined ? `a word of small letters and hyphens for ${name}` : values.join(", ");
  }
}

/** Tests a fact can be put to, as one writes them. */
export function phrasesFor(info: FactInfo): string {
  switch (info.type) {
    case "instant":
      return "never, or a test such as before plan.endsAt or within 30 days of incident.at";
    case "uses":
    case "signals":
      return "a test such as fewer than 2";
    case "money":
      return "a test such as at least 50.00 USD";
    case "list":
      return "none, or a test such as includes battery or all in [camera, battery]";
    default:
      return examplesOf(info);
  }
}
