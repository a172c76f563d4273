import { type Static, Type } from "typebox";
import { Instant, Money, publicId, shape } from "../../platform/index.ts";
import type { Entry } from "../toldLine.ts";
import type { ReportLine } from "./reportStore.ts";

/** What a line can say was done. */
export const entries = [
  ...(["payment", "refund", "dispute", "dispute_won", "fee"] as const),
  ...(["payout", "credit", "debit", "parcel", "codes"] as const),
] as const satisfies readonly Entry[];

const Text = Type.Union([Type.String(), Type.Null()]);

/** A line of a report as it is shown. `ourKey`: our name for it, where they carry it. */
export const ReportLineSchema = shape({
  id: Type.String(),
  report: Type.String(),
  no: Type.Integer(),
  entry: Type.Enum([...entries]),
  theirId: Type.String(),
  reference: Type.String(),
  ourKey: Text,
  /** Of a refund or a dispute: the reference of its payment. */
  ofReference: Text,
  programme: Text,
  /** Null of a line that counts codes. */
  amount: Type.Union([Money, Type.Null()]),
  fee: Type.Union([Money, Type.Null()]),
  at: Instant,
  weightGrams: Type.Union([Type.Integer(), Type.Null()]),
  quantity: Type.Union([Type.Integer(), Type.Null()]),
  /** Since when its fee, payout or price is in our books, and since when it stands in theirs no more. */
  postedAt: Type.Union([Instant, Type.Null()]),
  goneAt: Type.Union([Instant, Type.Null()]),
});

/** A line of a report as it is shown. */
export function reportLineView(line: ReportLine): Static<typeof ReportLineSchema> {
  const { lineId, reportId, lineNo, entry, theirId, reference, ourKey, ofReference, programme } = line;
  const { amountMinor, feeMinor, currency, at, weightGrams, quantity, postedAt, goneAt } = line;
  const isMoney = entry !== "codes";
  return {
    ...{ id: lineId, report: publicId("rpt", reportId), no: lineNo, entry, theirId, reference },
    ...{ ourKey, ofReference, programme, weightGrams, quantity },
    amount: isMoney ? { amount: amountMinor, currency } : null,
    fee: isMoney ? { amount: feeMinor, currency } : null,
    at: at.toString(),
    ...{ postedAt: postedAt?.toString() ?? null, goneAt: goneAt?.toString() ?? null },
  };
}
