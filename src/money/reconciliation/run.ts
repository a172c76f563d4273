import { type Static, Type } from "typebox";
import { Day, Instant, publicId, shape } from "../../platform/index.ts";
import { partyKinds } from "./comparison.ts";
import type { Run } from "./runStore.ts";

/** A night and a party as it is shown; while it runs, `step` says what is being done. */
export const RunSchema = shape({
  id: Type.String(),
  night: Day,
  kind: Type.Enum([...partyKinds, "own"]),
  party: Type.String(),
  state: Type.Enum(["running", "done"]),
  step: Type.String(),
  /** Rows of ours and lines of theirs that were looked at, and how many pairs were found. */
  ours: Type.Integer(),
  theirs: Type.Integer(),
  matched: Type.Integer(),
  /** Differences of this night, those of earlier ones that explained themselves, what was posted. */
  found: Type.Integer(),
  explained: Type.Integer(),
  posted: Type.Integer(),
  startedAt: Instant,
  finishedAt: Type.Union([Instant, Type.Null()]),
});

/** A night and a party as it is shown. */
export function runView(run: Run): Static<typeof RunSchema> {
  const { runId, night, startedAt, finishedAt, ...shown } = run;
  return {
    ...shown,
    ...{ id: publicId("rec", runId), night: night.toString() },
    ...{ startedAt: startedAt.toString(), finishedAt: finishedAt?.toString() ?? null },
  };
}
