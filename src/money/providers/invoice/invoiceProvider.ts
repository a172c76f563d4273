import type { Provider } from "../../matter.ts";
import { tellPayer } from "../bank/bankProvider.ts";

/** An invoice: what is owed is booked as such, with a day, and paid later by a transfer that names it. */
export const invoiceProvider: Provider = {
  name: "invoice",
  methods: [],
  takes: (method) => method === "invoice",
  async carryOut(platform, { key, reference }) {
    await tellPayer(platform, reference);
    return { outcome: "succeeded", providerRef: key };
  },
  // There is nobody to ask: what was begun is done again, and keeps the same reference.
  ask: async () => undefined,
};
