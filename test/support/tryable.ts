import { eventOf } from "../../src/money/attempts/attempt.ts";
import type { About } from "../../src/money/matter.ts";

export { eventOf };

const EVERY: Readonly<Record<About, true>> = {
  ...{ charge: true, refund: true, hold: true, capture: true, release: true },
  ...{ card: true, forget: true, forget_held: true },
};

/** Everything that can be tried with a provider. */
export const tryable = Object.keys(EVERY) as readonly About[];
