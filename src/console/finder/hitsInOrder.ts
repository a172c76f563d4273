import { finder as words } from "../words/en/finder.ts";
import type { Hit } from "./surest.ts";

/** The kinds of things in the order they are shown in. */
export const foundKinds = Object.keys(words.kinds) as readonly Hit["kind"][];

/** What was found, kind by kind, as it is shown: up and down go through it so. */
export function hitsInOrder(hits: readonly Hit[]): readonly Hit[] {
  return foundKinds.flatMap((kind) => hits.filter((hit) => hit.kind === kind));
}
