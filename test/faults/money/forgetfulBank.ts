import { randomUUID } from "node:crypto";
import type { Provider } from "../../../src/money/matter.ts";
import { testProvider } from "../../../src/money/providers/test/testProvider.ts";

/**
 * Loaded before Evermend, this makes a build with a bank that honours no keys: what it is told again it does
 * again, and asked about a key it has never heard of it. Whoever proves that money moves once must find out
 * that here it moved twice.
 */
const { carryOut } = testProvider;
const forgetful: Pick<Provider, "carryOut" | "ask"> = {
  carryOut: (platform, instruction) =>
    carryOut(platform, { ...instruction, key: `${instruction.key}_${randomUUID()}` }),
  ask: async () => undefined,
};
Object.assign(testProvider, forgetful);
