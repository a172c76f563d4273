import { type Static, Type } from "typebox";
import { Day, Instant, publicId, shape } from "../../platform/index.ts";
import { partyKinds } from "./comparison.ts";
import type { Report } from "./reportStore.ts";

/** A report as it is shown. */
export const ReportSchema = shape({
  id: Type.String(),
  kind: Type.Enum([...partyKinds]),
  party: Type.String(),
  from: Day,
  to: Day,
  origin: Type.Enum(["sent", "fetched"]),
  lines: Type.Integer(),
  madeBy: Type.String(),
  madeAt: Instant,
});

/** A report as it is shown. */
export function reportView(report: Report): Static<typeof ReportSchema> {
  const { reportId, kind, party, fromOn, toOn, origin, lines, madeBy, madeAt } = report;
  return {
    ...{ id: publicId("rpt", reportId), kind, party, from: fromOn.toString(), to: toOn.toString() },
    ...{ origin, lines, madeBy, madeAt: madeAt.toString() },
  };
}
