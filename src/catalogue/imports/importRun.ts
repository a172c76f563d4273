import { type Static, Type } from "typebox";
import { Instant, publicId, shape } from "../../platform/index.ts";

export const importFormats = ["csv", "ndjson"] as const;
export type ImportFormat = (typeof importFormats)[number];

/** Open while its parts come; running; then it ended, one way or another. */
export const importStates = ["open", "running", "done", "stopped", "failed"] as const;
export type ImportState = (typeof importStates)[number];

/** Where its bytes are: parts kept here, or a file beside the command line. */
export type ImportSource = "parts" | "file";

/** A file or feed of a supplier that is read into the shelf, as it is stored. */
export interface ImportRun {
  readonly importId: string;
  readonly supplier: string;
  readonly format: ImportFormat;
  readonly name: string;
  readonly source: ImportSource;
  readonly digest: string | null;
  readonly state: ImportState;
  /** Everything is read and judged, nothing is written to the shelf. */
  readonly isCheck: boolean;
  readonly bytesTotal: number;
  /** How far it came: whole blocks, each committed with what it wrote. */
  readonly bytesDone: number;
  readonly linesDone: number;
  readonly rowsNew: number;
  readonly rowsChanged: number;
  readonly rowsSame: number;
  readonly rowsRefused: number;
  readonly failure: string | null;
  readonly begunBy: string;
  readonly createdAt: Temporal.Instant;
  readonly startedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
}

const Count = Type.Integer({ minimum: 0 });

/**
 * An import as it is shown. How fast it goes its reader reckons, from `startedAt`, `bytesDone` and
 * `bytesTotal`.
 */
export const ImportSchema = shape({
  id: Type.String(),
  supplier: Type.String(),
  format: Type.Enum([...importFormats]),
  name: Type.String(),
  state: Type.Enum([...importStates]),
  isCheck: Type.Boolean(),
  bytesTotal: Count,
  bytesDone: Count,
  rows: shape({ new: Count, changed: Count, same: Count, refused: Count }),
  failure: Type.Union([Type.String(), Type.Null()]),
  begunBy: Type.String(),
  createdAt: Instant,
  startedAt: Type.Union([Instant, Type.Null()]),
  endedAt: Type.Union([Instant, Type.Null()]),
});
export type ImportView = Static<typeof ImportSchema>;

/** An import as it is shown. */
export function importView(run: ImportRun): ImportView {
  const { supplier, format, name, state, isCheck, bytesTotal, bytesDone, failure, begunBy } = run;
  return {
    id: publicId("imp", run.importId),
    ...{ supplier, format, name, state, isCheck, bytesTotal, bytesDone },
    rows: { new: run.rowsNew, changed: run.rowsChanged, same: run.rowsSame, refused: run.rowsRefused },
    ...{ failure, begunBy },
    createdAt: run.createdAt.toString(),
    startedAt: run.startedAt?.toString() ?? null,
    endedAt: run.endedAt?.toString() ?? null,
  };
}
