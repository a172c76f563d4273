import { setTimeout } from "node:timers/promises";

const LOOKS = 6_000;
const BETWEEN_LOOKS_MS = 20;

/** Looks until it is so. Errors: it never is, by its name, so that no test waits for ever. */
export async function comesTo(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; !(await isSo()); looks += 1) {
    if (looks === LOOKS) {
      throw new Error(`it never came to this: ${what}`);
    }
    await setTimeout(BETWEEN_LOOKS_MS);
  }
}
