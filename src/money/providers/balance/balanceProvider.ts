import type { Provider } from "../../matter.ts";

/**
 * What a reseller has with us. Nobody outside is called: a payment takes it in the transaction that asks for
 * it (`payFromAccount`), and what is paid back is put there in the transaction that ends the try.
 */
export const balanceProvider: Provider = {
  name: "balance",
  methods: [],
  takes: (method) => method === "balance",
  carryOut: async (_platform, { key, about }) =>
    about === "refund"
      ? { outcome: "succeeded", providerRef: key }
      : { outcome: "failed", reason: "not_a_reseller" },
  // There is nobody to ask: what was begun is done again.
  ask: async () => undefined,
};
