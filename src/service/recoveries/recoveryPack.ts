import type { LockedCase } from "../../claims/index.ts";
import { publicId } from "../../platform/index.ts";
import { type Recovery, recoveryId } from "./recovery.ts";

/**
 * What a supplier is sent: what was the matter with which unit, how it was decided, by which warranty, and
 * what it comes to. It names no person, and no receipt's facts, which would. Pure.
 */
export function recoveryPack(
  recovery: Recovery,
  { claim, record }: Pick<LockedCase, "claim" | "record">,
  sentAt: Temporal.Instant,
): Record<string, unknown> {
  const { supplier, serial, model, currency, amountMinor, lines } = recovery;
  const findings = claim.found ?? [{ no: 1, findings: claim.findings ?? {}, receipt: claim.receipt }];
  return {
    document: recoveryId(recovery),
    supplier,
    sentAt: sentAt.toString(),
    case: publicId("clm", claim.deviceId, claim.no),
    device: { serial, model, series: record.device.series, region: claim.region },
    warranty: { endsAt: record.device.warrantyEndsAt?.toString() ?? null },
    happened: { at: claim.incident.at, reportedAt: claim.openedAt.toString(), route: claim.route },
    closedAt: claim.closedAt?.toString() ?? null,
    findings: findings.map(({ no, findings: found, receipt }) => ({
      no,
      cause: found.cause ?? claim.incident.cause,
      parts: found.parts ?? claim.incident.parts ?? [],
      outcome: receipt.outcome,
      terms: { programme: receipt.terms.programme, version: receipt.terms.version, hash: receipt.terms.hash },
      clauses: receipt.because.map(({ clause }) => clause),
    })),
    amount: { amount: amountMinor, currency },
    lines: lines.map(({ what, finding, amountMinor: amount }) => ({ what, finding, amount })),
  };
}
