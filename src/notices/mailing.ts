import type { Asker } from "../catalogue/index.ts";
import type { Letter } from "./letter.ts";

/** Who gets a letter, and what it says. */
export interface Addressed {
  readonly personId: string;
  readonly letter: Letter;
}

/** A letter that follows an event. */
export interface Mailing {
  readonly on: string;
  readonly template: string;
  /** Reads what the letter needs. Undefined when nobody is to be told. */
  readonly address: (
    db: Asker,
    rootId: string,
    body: Readonly<Record<string, unknown>>,
  ) => Promise<Addressed | undefined>;
}
