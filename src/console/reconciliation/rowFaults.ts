import type { ProblemError } from "../../client/index.ts";

/** A row of a report that cannot be read: which, in which column, why, and how it stands there. */
export interface RowFault {
  readonly row: number;
  readonly column: string;
  readonly says: string;
  readonly text: string;
}

/** What is wrong with which rows, as the server says it; none when it is about something else. Pure. */
export function rowFaultsOf(problem: ProblemError | undefined, report: string): readonly RowFault[] {
  const rows = report.split(/\r?\n/);
  return (problem?.errors ?? []).flatMap(({ pointer, message }) => {
    const [, number, column = ""] = /^\/(?:csv|ndjson)\/(\d+)\/(.*)$/.exec(pointer) ?? [];
    if (number === undefined) {
      return [];
    }
    const row = Number(number);
    const says = message.replace(/^Row \d+(?:, [^:]*)?: /, "");
    return [{ row, column, says, text: rows[row - 1] ?? "" }];
  });
}

/** A report as the server takes it: objects on lines, or rows under a header. Pure. */
export function asSent(report: string): { readonly csv: string } | { readonly ndjson: string } {
  return report.trimStart().startsWith("{") ? { ndjson: report } : { csv: report };
}
