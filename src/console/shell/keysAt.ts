import { shell } from "../words/en/shell.ts";

/** A heading and its keys. */
export type KeyGroup = readonly [title: string, keys: readonly (readonly [key: string, does: string])[]];

/** Pages with keys of their own, by how their addresses begin or end. */
const pages: readonly (readonly [at: RegExp, group: keyof typeof shell.keys])[] = [
  [/^\/queue$/, "queue"],
  [/^\/cases\/[^/]+\/(?:bench|intake)$/, "bench"],
  [/^\/cases\/[^/]+\/(?:swap|ship)$/, "step"],
  [/^\/cases\/[^/]+$/, "case"],
  [/^\/intake$/, "intake"],
  [/^\/(?:today|inbox|review|pool|orders|contracts|codes|money|supply|calendar)(?:\/[a-z]+)*$/, "list"],
];

/** The keys of the page at this address: its own first, then those that work everywhere. */
export function keysAt(path: string): readonly KeyGroup[] {
  const here = path.replace(/^\/console(?=\/|$)/, "");
  const own = pages.find(([at]) => at.test(here))?.[1];
  return [
    ...(own === undefined ? [] : [[shell.keyTitles[own], shell.keys[own]] as const]),
    [shell.keyTitles.find, shell.keys.find],
    [shell.keyTitles.everywhere, shell.keys.everywhere],
  ];
}
