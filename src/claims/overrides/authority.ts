import assert from "node:assert/strict";
import { minorUnits } from "../../terms/index.ts";

/** Up to which cost each role grants alone, by currency: minor units. */
export type Authority = ReadonlyMap<string, number>;

/** Reads `staff 100.00 EUR, manager 1000.00 EUR`. The setting's own form was checked at the start. */
export function readAuthority(text: string): Authority {
  return new Map(
    text.split(",").map((part) => {
      const [role = "", figures = "", currency = ""] = part.trim().split(" ");
      const minor = minorUnits(figures, currency);
      assert(typeof minor === "number", `EVERMEND_OVERRIDE_LIMITS names ${part.trim()}, which is no amount`);
      return [`${role} ${currency}`, minor];
    }),
  );
}

/** Whether a role may grant this alone; in a currency that is not named for it nothing. Pure. */
export function isWithin(
  authority: Authority,
  role: string,
  { costMinor, currency }: { readonly costMinor: number; readonly currency: string },
): boolean {
  const limit = authority.get(`${role} ${currency}`);
  return limit !== undefined && costMinor <= limit;
}
