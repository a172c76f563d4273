import { type Caller, Problem } from "../../platform/index.ts";

/** Who knows whether a device went back to its seller. */
const SELLERS: ReadonlySet<Caller["role"]> = new Set(["reseller", "staff", "manager", "integrator"]);

/** Errors: Problem 403 when somebody says that a device went back who did not take it back. */
export function demandReturnFacts({ role }: Caller, deviceReturned: boolean): void {
  if (deviceReturned && !SELLERS.has(role)) {
    throw new Problem(403, "not_permitted", "Who took the device back says so: its seller, or the office.");
  }
}
