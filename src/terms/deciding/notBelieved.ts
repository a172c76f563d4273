import type { NotBelieved } from "../receipt.ts";
import { doubtOf } from "../vocabulary/activation.ts";
import type { Case } from "./case.ts";

const fact = "device.activatedAt";

/** What was told, cannot be so, and is asked for again; undefined where there is nothing of the kind. */
export function notBelieved(c: Case, needs: readonly string[]): readonly NotBelieved[] | undefined {
  const why = needs.includes(fact) ? doubtOf(c) : undefined;
  const told = c.device.activatedAt;
  if (why === undefined) {
    return undefined;
  }
  // Only a text or a pair of texts has a place in time; of a pair no more is said than that.
  const plain = typeof told === "object" && told !== null ? { from: told.from, to: told.to } : told;
  return [{ fact, told: plain, why }];
}
