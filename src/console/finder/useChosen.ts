import { useState } from "react";
import type { Hit } from "./surest.ts";

const keyOf = ({ kind, id }: Hit) => `${kind} ${id}`;

/**
 * Which of the hits is chosen. It is kept by what it is and not by its place: an answer that comes late puts
 * another in that place, and nobody chose that one.
 */
export function useChosen(hits: readonly Hit[]) {
  const [chosen, keep] = useState<string>();
  const active = hits.findIndex((hit) => keyOf(hit) === chosen);
  const choose = (hit?: Hit) => keep(hit && keyOf(hit));
  /** The next (1) or the one before (-1); round from the last to the first. */
  const step = (by: number) => {
    const from = active < 0 && by < 0 ? 0 : active;
    choose(hits[(from + by + hits.length) % hits.length]);
  };
  return { active, marked: hits[active], choose, step };
}
