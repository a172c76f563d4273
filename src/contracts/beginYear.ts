import { termsOf } from "../catalogue/index.ts";
import type { Deadline, DeadlineKind, Tx } from "../platform/index.ts";
import type { Terms } from "../terms/index.ts";
import { type Contract, hasDevice } from "./contract.ts";
import { moveContract } from "./contractStore.ts";
import { lockDevice } from "./deviceRecord.ts";
import { fillSlots } from "./slotStore.ts";
import { type YearlyGrant, yearlyGrants } from "./yearlyGrants.ts";

/** The kind of the deadline at which a benefit that is counted by years is granted anew. */
export const BENEFIT_YEAR = "benefit_year";

/**
 * When the next year of a benefit begins, its uses are there again, as many as are granted: what was left
 * over is one of them, and is not had beside them.
 */
export const beginYear: DeadlineKind = { kind: BENEFIT_YEAR, run: begin };

type Running = Pick<Contract, "deviceId" | "no" | "product" | "zone" | "startsAt" | "endsAt">;

/**
 * Sets the deadline of the next year that begins within a contract; none where nothing is counted by years.
 */
export function scheduleYear(tx: Tx, contract: Running, terms: Pick<Terms, "benefits">): void {
  const since = later(tx.at, contract.startsAt);
  const starts = yearlyGrants(terms, contract.product).map(({ per }) => nextYear(contract, per, since));
  const [first] = starts.toSorted(Temporal.Instant.compare);
  if (first !== undefined && Temporal.Instant.compare(first, contract.endsAt) < 0) {
    tx.schedule(contract.deviceId, BENEFIT_YEAR, String(contract.no), first);
  }
}

async function begin(tx: Tx, { rootId, key, dueAt }: Deadline): Promise<void> {
  const record = await lockDevice(tx, { deviceId: rootId });
  const contract = record?.contracts.find(({ no }) => no === Number(key));
  if (contract === undefined || !hasDevice(contract)) {
    return;
  }
  const terms = await termsOf(tx, contract.programme, contract.termsVersion);
  const granted: { benefit: string; count: number }[] = [];
  for (const { benefit, count, per } of yearlyGrants(terms, contract.product)) {
    if (yearBeginsAt(contract, per, dueAt)) {
      const filled = await fillSlots(tx, rootId, contract.no, benefit, count);
      granted.push({ benefit, count: filled.length });
    }
  }
  tx.record(rootId, [{ type: "BenefitsRenewed", contractNo: contract.no, granted }]);
  const isMore = granted.some(({ count }) => count > 0);
  if (isMore && (await moveContract(tx, rootId, contract.no, ["exhausted"], "active")) !== undefined) {
    tx.record(rootId, [
      { type: "ContractResumed", contractNo: contract.no, state: "active", from: "exhausted" },
    ]);
  }
  scheduleYear(tx, contract, terms);
}

/** The first instant after `at` that begins another year. */
export function nextYear(
  contract: Pick<Running, "startsAt" | "zone">,
  per: YearlyGrant["per"],
  at: Temporal.Instant,
): Temporal.Instant {
  const now = at.toZonedDateTimeISO(contract.zone);
  for (let years = now.year - contract.startsAt.toZonedDateTimeISO(contract.zone).year; ; years += 1) {
    const start = yearStart(contract, per, years);
    if (Temporal.Instant.compare(start, at) > 0) {
      return start;
    }
  }
}

function yearBeginsAt(
  contract: Pick<Running, "startsAt" | "zone">,
  per: YearlyGrant["per"],
  at: Temporal.Instant,
): boolean {
  return nextYear(contract, per, at.subtract({ nanoseconds: 1 })).equals(at);
}

/** By the clock of the contract's zone; a contract's own year begins with its day, at midnight. */
function yearStart(
  { startsAt, zone }: Pick<Running, "startsAt" | "zone">,
  per: YearlyGrant["per"],
  years: number,
): Temporal.Instant {
  const began = startsAt.toZonedDateTimeISO(zone);
  if (per === "calendar-year") {
    return Temporal.PlainDate.from({ year: began.year + years, month: 1, day: 1 })
      .toZonedDateTime(zone)
      .toInstant();
  }
  const day = began.toPlainDate().add({ years });
  // Where there is no 29 February, the 28th still belongs to the year before.
  const first = day.day === began.day ? day : day.add({ days: 1 });
  return years <= 0 ? startsAt : first.toZonedDateTime(zone).toInstant();
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one;
}
