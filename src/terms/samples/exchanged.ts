import type { Facts } from "../facts.ts";

/** An aircraft that fell, replaced in advance on 1 September; the old unit is due back on the 15th. */
export const exchanged: Facts = {
  at: "2025-09-05T10:00:00Z",
  device: { serial: "H1", model: "hawk-2" },
  plan: { product: "care-1y", status: "active", region: "HK", serial: "H1", uses: 0 },
  incident: { cause: "drop" },
  claim: {
    channel: "quick",
    currency: "USD",
    wants: "replacement",
    hold: { amount: 14_900, currency: "USD" },
    heldAt: "2025-09-01T10:00:00Z",
    shippedAt: "2025-09-01T12:00:00Z",
    returnedAt: "never",
  },
};
