import type { Case } from "../deciding/case.ts";
import { parseInstant } from "../time/civil.ts";
import type { ReadFact } from "./context.ts";

/**
 * Reads an instant fact that is told as one instant, which nearly all are, as a bare number. What is told any
 * other way is not a number, so that no comparison with it holds and the whole test has to be made.
 */
export class InstantReader {
  readonly #read: ReadFact;
  #text = "";
  #ms: number = Number.NaN;

  constructor(read: ReadFact) {
    this.#read = read;
  }

  msOf(c: Case): number {
    const told = this.#read(c);
    if (typeof told !== "string") {
      return Number.NaN;
    }
    if (told !== this.#text) {
      this.#text = told;
      this.#ms = parseInstant(told) ?? Number.NaN;
    }
    return this.#ms;
  }
}
