import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seeds } from "./runTerms.ts";

/** A folder for the files of one test; take it away with `remove`. */
export function termsFolder(): { given(name: string, content: string | Uint8Array): string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "evermend-terms-"));
  return {
    given(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** The text of the reference programme. */
export const seedsText: string = readFileSync(seeds, "utf-8");

/** A second replacement of the two-year plan, with every fact known. */
export const waterCase = {
  at: "2026-12-24T09:00:00Z",
  device: {
    serial: "A4-0001",
    model: "osmo-action-4",
    region: "EU",
    modified: false,
    warrantyEndsAt: "2026-06-01T10:00:00Z",
  },
  plan: {
    product: "care-2y",
    status: "active",
    serial: "A4-0001",
    region: "EU",
    startsAt: "2025-06-01T10:00:00Z",
    endsAt: "2027-06-02T00:00:00Z",
    uses: 1,
  },
  incident: {
    at: "2026-12-23T15:00:00Z",
    cause: "water",
    parts: ["camera"],
    lost: "none",
    stolen: false,
    abandoned: false,
    intentional: false,
    cosmeticOnly: false,
    forceMajeure: false,
    unauthorisedParts: false,
  },
  claim: { at: "2026-12-24T09:00:00Z", region: "EU", currency: "PLN", returnedParts: ["camera", "battery"] },
};
