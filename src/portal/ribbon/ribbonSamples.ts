import type { RibbonFacts } from "./ribbonFacts.ts";

const osmo = { name: "Osmo Action 4", model: "osmo-action-4" };
const zone = "Europe/Warsaw";
const fees = [11_900, 18_500, 24_900];
const base = { zone, currency: "PLN", device: osmo, deadlines: [] };
const twoYears = { product: "care-2y", startsAt: "2026-06-17T22:00:00Z", endsAt: "2028-06-17T22:00:00Z" };

const free = (nth: number) => ({
  benefit: "replacement",
  nth,
  state: "free" as const,
  feeMinor: fees[nth - 1],
});
const used = (nth: number, usedAt: string) => ({ ...free(nth), state: "used" as const, usedAt });

/** The lives the ribbon must be able to show, for its snapshots and for the gallery. */
export const ribbonSamples: Readonly<Record<string, RibbonFacts>> = {
  "fresh plan": {
    ...base,
    today: "2026-06-18T09:00:00Z",
    units: [{ serial: "1581F6Q8D23A0024A", from: "2026-06-05T10:00:00Z" }],
    boughtAt: "2026-06-03",
    activatedAt: "2026-06-05T10:00:00Z",
    warranty: { from: "2026-06-05", to: "2027-06-04" },
    contracts: [{ ...twoYears, state: "active", slots: [free(1), free(2), free(3)] }],
    renewal: { from: "2028-05-17T22:00:00Z", until: "2028-06-17T22:00:00Z" },
  },
  "two swaps": {
    ...base,
    today: "2027-11-20T09:00:00Z",
    units: [
      { serial: "1581F6Q8D23A0024A", from: "2026-06-05T10:00:00Z", to: "2026-09-09T08:00:00Z" },
      { serial: "1581F6Q8D23B0177C", from: "2026-09-09T08:00:00Z", to: "2027-08-21T08:00:00Z" },
      { serial: "1581F6Q8D23B0301F", from: "2027-08-21T08:00:00Z" },
    ],
    boughtAt: "2026-06-03",
    activatedAt: "2026-06-05T10:00:00Z",
    warranty: { from: "2026-06-05", to: "2027-06-04" },
    contracts: [
      {
        ...twoYears,
        state: "active",
        slots: [used(1, "2026-09-05T10:00:00Z"), used(2, "2027-08-18T10:00:00Z"), free(3)],
      },
    ],
    renewal: { from: "2028-05-17T22:00:00Z", until: "2028-06-17T22:00:00Z" },
  },
  expired: {
    ...base,
    today: "2028-09-01T09:00:00Z",
    units: [{ serial: "1581F6Q8D23A0024A", from: "2026-06-05T10:00:00Z" }],
    boughtAt: "2026-06-03",
    activatedAt: "2026-06-05T10:00:00Z",
    warranty: { from: "2026-06-05", to: "2027-06-04" },
    contracts: [
      { ...twoYears, state: "expired", slots: [used(1, "2027-01-12T10:00:00Z"), free(2), free(3)] },
    ],
  },
  "renewal gap": {
    ...base,
    currency: "USD",
    zone: "America/New_York",
    device: { name: "Mavic 2 Pro", model: "mavic-2-pro" },
    today: "2027-03-10T15:00:00Z",
    units: [{ serial: "0M6CH2P0011A3D", from: "2025-12-01T15:00:00Z" }],
    activatedAt: "2025-12-01T15:00:00Z",
    warranty: { from: "2025-12-01", to: "2027-11-30" },
    contracts: [
      {
        product: "care-1y",
        startsAt: "2025-12-02T05:00:00Z",
        endsAt: "2026-12-02T05:00:00Z",
        state: "expired",
        slots: [
          { benefit: "replacement", nth: 1, state: "used", usedAt: "2026-04-20T15:00:00Z", feeMinor: 13_900 },
          { benefit: "replacement", nth: 2, state: "free" },
        ],
      },
      {
        product: "care-plus",
        startsAt: "2027-01-15T05:00:00Z",
        endsAt: "2028-01-15T05:00:00Z",
        state: "active",
        slots: [{ benefit: "replacement", nth: 1, state: "free", feeMinor: 17_900 }],
      },
    ],
  },
  "unknown activation date": {
    ...base,
    today: "2026-07-20T09:00:00Z",
    units: [{ serial: "1581F6Q8D23A0024A" }],
    boughtAt: "2026-06-03",
    warranty: {},
    contracts: [{ ...twoYears, state: "active", slots: [free(1), free(2), free(3)] }],
  },
  "leap day": {
    ...base,
    today: "2028-02-29T09:00:00Z",
    units: [{ serial: "1581F6Q8D23A0024A", from: "2028-02-29T08:00:00Z" }],
    boughtAt: "2028-02-28",
    activatedAt: "2028-02-29T08:00:00Z",
    warranty: { from: "2028-02-29", to: "2029-02-28" },
    contracts: [
      {
        product: "care-1y",
        startsAt: "2028-02-28T23:00:00Z",
        endsAt: "2029-02-28T23:00:00Z",
        state: "active",
        slots: [free(1), free(2)],
      },
    ],
  },
  "open case": {
    ...base,
    today: "2027-08-20T09:00:00Z",
    units: [
      { serial: "1581F6Q8D23A0024A", from: "2026-06-05T10:00:00Z", to: "2026-09-09T08:00:00Z" },
      { serial: "1581F6Q8D23B0177C", from: "2026-09-09T08:00:00Z" },
    ],
    boughtAt: "2026-06-03",
    activatedAt: "2026-06-05T10:00:00Z",
    warranty: { from: "2026-06-05", to: "2027-06-04" },
    contracts: [
      {
        ...twoYears,
        state: "active",
        slots: [used(1, "2026-09-05T10:00:00Z"), { ...free(2), state: "reserved" }, free(3)],
      },
    ],
    openClaim: { reportedAt: "2027-08-14T10:00:00Z", sentence: "Your quote is ready" },
    deadlines: [
      { label: "Pay", at: "2027-08-28T22:00:00Z", kind: "act" },
      { label: "Ask for a review", at: "2027-09-13T22:00:00Z", kind: "may" },
    ],
    renewal: { from: "2028-05-17T22:00:00Z", until: "2028-06-17T22:00:00Z" },
  },
  "not yet bought": {
    ...base,
    today: "2026-06-20T09:00:00Z",
    units: [{ serial: "1581F6Q8D23A0024A", from: "2026-06-05T10:00:00Z" }],
    activatedAt: "2026-06-05T10:00:00Z",
    warranty: { from: "2026-06-05", to: "2027-06-04" },
    contracts: [],
    deadlines: [{ label: "Buy a plan", at: "2026-07-05T22:00:00Z", kind: "may" }],
  },
};
