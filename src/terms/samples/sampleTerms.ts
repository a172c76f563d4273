import { compileTerms } from "../compiling/compileTerms.ts";
import type { DeviceFacts, Facts } from "../facts.ts";
import { readTerms } from "../reading/readTerms.ts";
import type { Terms } from "../terms.ts";

/**
 * Compiles the text of the sample, after an edit if one is given. For tests, which read the file
 * themselves.
 */
export function sampleTerms(text: string, edit: (text: string) => string = (same) => same): Terms {
  const { document, findings } = readTerms({ file: "sample.terms.md", text: edit(text) });
  if (document === undefined) {
    throw new Error(findings.map(({ line, message }) => `${line}: ${message}`).join("\n"));
  }
  return compileTerms(document);
}

/** Facts that surely tell of a device. */
export type FactsOfDevice = Omit<Facts, "device"> & { readonly device: DeviceFacts };

/** A dropped camera that is covered: with all its parts back, on a running two-year plan. */
export const coveredClip: FactsOfDevice = {
  at: "2026-06-01T10:00:00Z",
  device: { serial: "C1", model: "clip-4", modified: false, warrantyEndsAt: "2027-01-01T00:00:00Z" },
  plan: {
    product: "care-2y",
    status: "active",
    serial: "C1",
    region: "EU",
    startsAt: "2026-01-10T10:00:00Z",
    endsAt: "2028-01-10T23:00:00Z",
    uses: 0,
  },
  incident: {
    at: "2026-05-30T09:00:00Z",
    cause: "drop",
    lost: "none",
    intentional: false,
    cosmeticOnly: false,
    flightLog: "none",
    causedBy: [],
  },
  claim: {
    at: "2026-06-01T10:00:00Z",
    region: "EU",
    currency: "PLN",
    wants: "replacement",
    returnedParts: ["camera", "battery"],
  },
};

/** An aircraft activated at noon of the first of March. */
export const freshHawk: FactsOfDevice = {
  at: "2026-03-01T13:00:00Z",
  code: { state: "sold", product: "care-1y", models: ["hawk"], region: "EU" },
  device: { serial: "H1", model: "hawk-2", region: "EU", activatedAt: "2026-03-01T12:00:00Z", plan: "none" },
  invitation: "none",
};
