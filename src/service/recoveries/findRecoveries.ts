import { endOfDays, type LockedCase, lockCase } from "../../claims/index.ts";
import { type Job, publicId, systemCaller, type Tx, transact } from "../../platform/index.ts";
import type { RecoveryAgreement } from "./agreement.ts";
import { allAgreements } from "./agreementStore.ts";
import { type RecoveryFound, recoveriesOf, type SettledCase } from "./recoveriesOf.ts";
import { RECOVERY_DUE, RECOVERY_WARNS, WARNED_BEFORE } from "./recoveryDeadlines.ts";
import { insertRecovery } from "./recoveryStore.ts";

/** A case that was closed. */
export interface ClosedCase {
  readonly deviceId: string;
  readonly claimNo: number;
}

/**
 * Looks what suppliers owe for a case that is over. Runs any number of times: there is one recovery for each
 * case and supplier.
 */
export const findRecoveries: Job<ClosedCase> = {
  name: "find_recoveries",
  run: async (platform, { deviceId, claimNo }) => {
    await transact(platform, systemCaller, async (tx) => {
      const agreements = await allAgreements(tx);
      if (agreements.length > 0) {
        await makeRecoveries(tx, await lockCase(tx, publicId("clm", deviceId, claimNo)), agreements);
      }
    });
  },
};

async function makeRecoveries(
  tx: Tx,
  locked: LockedCase,
  agreements: readonly RecoveryAgreement[],
): Promise<void> {
  const { claim } = locked;
  if (claim.state !== "closed") {
    return;
  }
  for (const found of recoveriesOf(settledCase(locked, tx.at), agreements)) {
    await makeRecovery(tx, locked, found);
  }
}

async function makeRecovery(
  tx: Tx,
  { claim, record, terms }: LockedCase,
  { agreement, lines, amountMinor }: RecoveryFound,
): Promise<void> {
  const { deviceId, no: claimNo, serial, region, zone } = claim;
  const { supplier, currency, claimDays, answerDays } = agreement;
  const dueAt = endOfDays(claim.closedAt ?? tx.at, claimDays, zone);
  const row = await insertRecovery(
    tx,
    ...[deviceId, claimNo, supplier, serial, record.device.model, terms.programme, region, zone, currency],
    ...[amountMinor, JSON.stringify(lines), answerDays, tx.at, dueAt],
  );
  if (row === undefined) {
    return;
  }
  tx.schedule(deviceId, RECOVERY_WARNS, String(row.no), dueAt.subtract(WARNED_BEFORE));
  tx.schedule(deviceId, RECOVERY_DUE, String(row.no), dueAt);
  const amount = { amount: amountMinor, currency };
  tx.record(deviceId, [{ type: "RecoveryArose", claimNo, recoveryNo: row.no, supplier, amount }]);
}

/** A closed case as its suppliers see it. */
function settledCase({ claim, record }: LockedCase, at: Temporal.Instant): SettledCase {
  const { device } = record;
  const { zone, incident } = claim;
  const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toPlainDate();
  const findings = claim.found ?? [{ no: 1, findings: claim.findings ?? {}, receipt: claim.receipt }];
  const { at: happened } = incident;
  return {
    route: claim.route,
    device: { model: device.model, series: device.series },
    findings: findings.map(({ no, findings: found, receipt }) => ({
      no,
      cause: found.cause ?? incident.cause,
      parts: found.parts ?? incident.parts ?? [],
      outcome: receipt.outcome,
    })),
    usedFrom: device.purchasedOn ?? (device.activatedAt === null ? undefined : dayOf(device.activatedAt)),
    failedOn: happened.includes("T")
      ? dayOf(Temporal.Instant.from(happened))
      : Temporal.PlainDate.from(happened),
    closedOn: dayOf(claim.closedAt ?? at),
  };
}
