import type { Tx } from "../../platform/index.ts";
import { REPORT_LAPSES } from "../deadlines.ts";
import { awaitPayment } from "../paymentDeadline.ts";
import type { ClaimRow } from "../store.ts";
import { endOfDays, waitingDaysOf } from "../waitingDays.ts";
import { APPEAL_DUE } from "./appealDue.ts";

/** The owner has all the days of the terms again, whatever came of the appeal. Answers until when. */
export async function thaw(
  tx: Tx,
  claim: Pick<ClaimRow, "deviceId" | "no" | "state" | "zone" | "judgedBy">,
): Promise<Temporal.Instant | undefined> {
  const { deviceId, no, state, zone } = claim;
  const { toSend, toChoose } = await waitingDaysOf(tx, claim.judgedBy);
  tx.meet(deviceId, APPEAL_DUE, String(no));
  if (state === "inspected") {
    const by = endOfDays(tx.at, toChoose, zone);
    awaitPayment(tx, claim, by);
    return by;
  }
  if (state !== "reported") {
    return undefined;
  }
  const by = endOfDays(tx.at, toSend, zone);
  tx.schedule(deviceId, REPORT_LAPSES, String(no), by);
  return by;
}
