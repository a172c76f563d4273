import { accepted, type Decision } from "../../platform/index.ts";
import type { Delay } from "../delays/index.ts";
import { refuse } from "../refusals.ts";

/** What a buyer chooses. */
export type DelayChoice = "wait" | "cancel";

/** The delays a choice is about now; none where it was made before. */
export interface ChosenDelays<Chosen> {
  readonly delays: readonly Chosen[];
}

/**
 * What a buyer's choice changes. To wait is what happens anyway; to cancel is for what has not left, also
 * after waiting. A choice that was made before changes nothing. Pure.
 */
export function decideAnswerDelay<Late extends Pick<Delay, "state" | "lines">>(
  delays: readonly Late[],
  choice: DelayChoice,
): Decision<ChosenDelays<Late>> {
  if (delays.length === 0) {
    return refuse("nothing_is_late");
  }
  const open = delays.filter(({ state }) => state !== "cancelled");
  if (choice === "wait") {
    const told = open.filter(({ state }) => state === "told");
    return open.length === 0 ? refuse("goods_cancelled") : accepted({ delays: told });
  }
  const left = open.filter(({ lines }) => lines.some(({ pieces }) => pieces > 0));
  return open.length > 0 && left.length === 0 ? refuse("goods_have_left") : accepted({ delays: left });
}
