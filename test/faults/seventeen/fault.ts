import type { Stage } from "./stage.ts";

/** A fault read elsewhere: what would show it, and what keeps it away here. */
export interface Fault {
  /** Its place among the seventeen. */
  readonly no: number;
  /** What must not happen, in a sentence. */
  readonly name: string;
  /** What keeps it away, and what the control has in its place. */
  readonly guard: string;
  /** How many things the control shows. */
  readonly shows: number;
  /**
   * Plays it once, with the guard or with the guard taken out. Answers with what was seen of the fault:
   * nothing with the guard, and without it as many things as it shows, or the play would not notice them.
   */
  readonly play: (stage: Stage, isGuarded: boolean) => Promise<readonly string[]>;
}

/** What is seen where it is so. */
export function seen(isSo: boolean, what: string): readonly string[] {
  return isSo ? [what] : [];
}
