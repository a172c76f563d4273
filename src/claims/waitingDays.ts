import { type Asker, type Wait, waitsOf } from "../catalogue/index.ts";
import { type Claim, judgedBy } from "./claim.ts";

/** How many civil days a claim waits for its owner. */
export interface WaitingDays {
  /** To send the device, or what was missing of it. */
  readonly toSend: number;
  /** To choose from the sheet. */
  readonly toChoose: number;
  /** To pay what was chosen; undefined where the terms count it from the sheet, with the choice. */
  readonly toPay: number | undefined;
  /** After the parcel left, until silence means that it arrived. */
  readonly toClose: number;
}

/**
 * Where the terms are silent: the two public pages say nothing of it; the payment term of a sister programme
 * is thirty days.
 */
const SILENT: WaitingDays = { toSend: 30, toChoose: 30, toPay: 30, toClose: 14 };

/** What a duty of the terms says of a claim, by the facts it runs between. Pure. */
export function waitingDays(waits: readonly Wait[]): WaitingDays {
  const daysOf = (from: readonly string[], until?: string): number | undefined =>
    waits.find((wait) => from.includes(wait.from) && (until === undefined || wait.until === until))?.days;
  const paid = daysOf(["claim.quotedAt"], "claim.paidAt");
  return {
    toSend: daysOf(["claim.at", "incident.reportedAt"], "claim.returnedAt") ?? SILENT.toSend,
    toChoose: paid ?? SILENT.toChoose,
    toPay: paid === undefined ? SILENT.toPay : undefined,
    toClose: daysOf(["claim.shippedAt"]) ?? SILENT.toClose,
  };
}

/** How long a case waits: as the terms say that its receipt was decided by, where it has a contract. */
export async function waitingDaysOf(
  db: Asker,
  claim: Pick<Claim, "contractNo" | "receipt">,
): Promise<WaitingDays> {
  const terms = judgedBy(claim);
  return waitingDays(terms === undefined ? [] : await waitsOf(db, terms.programme, terms.version));
}

/** Whether the deadline that stands over a claim has come, even if nobody has acted on it yet. */
export function isOver(
  { dueAt }: { readonly dueAt: Temporal.Instant | null },
  at: Temporal.Instant,
): boolean {
  return dueAt !== null && Temporal.Instant.compare(dueAt, at) <= 0;
}

/** The end of the last of so many civil days in a zone; the day it begins on is not counted. */
export function endOfDays(at: Temporal.Instant, days: number, zone: string): Temporal.Instant {
  const first = at.toZonedDateTimeISO(zone).toPlainDate();
  return first
    .add({ days: days + 1 })
    .toZonedDateTime(zone)
    .toInstant();
}
