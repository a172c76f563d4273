import { type Platform, type Queryable, readPublicId } from "../../../platform/index.ts";
import type { Instruction, Provider, ProviderAnswer } from "../../matter.ts";
import { insertReference, paidSoFar, referenceOf } from "../../transfers/index.ts";

/** A payer who has transferred nothing by then will not. */
const PATIENCE_DAYS = 30;

/**
 * Transfers to our bank. Nobody outside is called: the payer is told what to write, and what comes is booked
 * from the bank's report.
 */
export const bankProvider: Provider = {
  name: "bank",
  methods: ["bank_transfer"],
  async carryOut(platform, instruction) {
    await tellPayer(platform, instruction.reference);
    return waiting(instruction, platform);
  },
  ask: async (platform, instruction) => {
    const { rootId, no } = readPublicId("chg", instruction.reference) ?? {};
    const { credits } = await paidSoFar(platform.database, rootId, no);
    const isOver =
      platform.clock.now().since(startOf(instruction, platform)).total("hours") >= 24 * PATIENCE_DAYS;
    return credits === 0 && isOver
      ? { outcome: "failed", reason: "not_paid" }
      : waiting(instruction, platform);
  },
};

/** Keeps what the payer is told: the reference, and the account it is for. */
export async function tellPayer(
  { config, database, clock }: Platform,
  chargeId: string,
  db: Queryable = database,
): Promise<string> {
  const { rootId, no } = readPublicId("chg", chargeId) ?? {};
  const { bankIban, bankBic = null, bankHolder = config.brandName } = config;
  const reference = referenceOf(chargeId);
  await insertReference(db, reference, rootId, no, bankIban, bankBic, bankHolder, clock.now());
  return reference;
}

function waiting(instruction: Instruction, platform: Platform): ProviderAnswer {
  const askAgainAt = startOf(instruction, platform).add({ hours: 24 * PATIENCE_DAYS });
  const now = platform.clock.now();
  const later = Temporal.Instant.compare(askAgainAt, now) > 0 ? askAgainAt : now.add({ hours: 24 });
  return { outcome: "pending", askAgainAt: later };
}

function startOf({ startedAt }: Instruction, { clock }: Platform): Temporal.Instant {
  return startedAt ?? clock.now();
}
