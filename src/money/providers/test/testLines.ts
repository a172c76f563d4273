import type { Platform } from "../../../platform/index.ts";
import type { ToldLine } from "../../toldLine.ts";
import { sceneOf } from "./menu.ts";
import { testBankSince } from "./testBankStore.ts";
import { DISPUTE_DAYS } from "./testMessages.ts";

const NOTHING = { ourKey: null, ofReference: null, programme: null, weightGrams: null, quantity: null };

/** The books of the test bank, as a provider's report says them. */
export async function testLines({ database, clock }: Platform, since: Temporal.Instant): Promise<ToldLine[]> {
  const booked = await testBankSince(database, since);
  return booked.flatMap((one): ToldLine[] => {
    const { key, about, providerRef, ofRef, amountMinor, currency, feeMinor, createdAt, method } = one;
    const isRefund = about === "refund";
    const line: ToldLine = {
      ...NOTHING,
      entry: isRefund ? "refund" : "payment",
      ...{ theirId: providerRef, reference: providerRef, ourKey: key, ofReference: isRefund ? ofRef : null },
      ...{ amountMinor, feeMinor, currency, at: createdAt },
    };
    const { dispute } = about === "charge" ? sceneOf(method, about) : {};
    if (dispute === undefined) {
      return [line];
    }
    const name = `dispute_${providerRef}`;
    const openedAt = createdAt.add({ hours: 24 * dispute.days });
    const disputed: ToldLine = {
      ...{
        ...line,
        entry: "dispute",
        theirId: name,
        reference: name,
        ourKey: null,
        feeMinor: 0,
        at: openedAt,
      },
      ofReference: providerRef,
    };
    const endsAt = openedAt.add({ hours: 24 * DISPUTE_DAYS });
    const won: ToldLine = { ...disputed, entry: "dispute_won", at: endsAt };
    return [line, disputed, ...(dispute.ends === "won" ? [won] : [])].filter(
      ({ at }) => Temporal.Instant.compare(at, clock.now()) <= 0,
    );
  });
}
