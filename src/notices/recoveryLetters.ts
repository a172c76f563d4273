import type { Asker } from "../catalogue/index.ts";
import { publicId } from "../platform/index.ts";
import { recoveryOf } from "../service/index.ts";
import type { Addressed, Mailing } from "./mailing.ts";
import { recoverySent } from "./templates/recoverySent.ts";

/** A recovery with its pack, to the supplier that is mailed; what it says is what our books say was sent. */
async function recoveryLetter(
  db: Asker,
  deviceId: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Addressed | undefined> {
  const recovery = await recoveryOf(db, deviceId, Number(body.recoveryNo));
  if (recovery === undefined || recovery.contactId === null || recovery.answerDueAt === null) {
    return undefined;
  }
  const { serial, model, amountMinor, currency, answerDueAt, zone, pack } = recovery;
  const letter = recoverySent({
    recoveryId: publicId("rcv", deviceId, recovery.no),
    answerBy: answerDueAt.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate().toString(),
    amount: { amount: amountMinor, currency },
    ...{ serial, model, pack },
  });
  return { personId: recovery.contactId, letter };
}

/** Letters about what suppliers owe. */
export const recoveryMailings: readonly Mailing[] = [
  { on: "RecoverySent", template: "recoverySent", address: recoveryLetter },
];
