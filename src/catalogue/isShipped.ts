import path from "node:path";

/** Where this release's documents stand: `<folder>/<programme>/<version>.terms.md`. */
export const PROGRAMMES: string = path.join(import.meta.dirname, "../../programmes");

/** What comes along, by its folder. A list, as an operator may put documents of their own beside these. */
const SHIPPED: Readonly<Record<string, readonly string[]>> = {
  "dji-care-refresh": ["2016", "2017", "2021.jp", "2021", "2023-07", "2025", "seeds"],
  "dji-enterprise": ["2018", "2023-09"],
  "dji-express": ["2025"],
  samples: [
    "coverage-amount",
    "either-or",
    "home-devices.de",
    "home-devices",
    "insurance-form",
    "monthly-request",
    "one-time-transfer",
    "price-bands",
    "repair-network",
    "rolling-year",
    "send-back",
    "theft-and-loss",
    "two-plus-one",
  ],
};

const places: ReadonlySet<string> = new Set(
  Object.entries(SHIPPED).flatMap(([folder, names]) =>
    names.map((name) => path.join(PROGRAMMES, folder, `${name}.terms.md`)),
  ),
);

/**
 * Whether the document at a place comes along with this release: its text is the release's then, and the
 * operator has no older one that could be put back.
 */
export function isShipped(place: string): boolean {
  return places.has(path.resolve(place));
}
