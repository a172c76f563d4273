/** Something wrong or doubtful in a terms document, with its place: lines and columns count from 1. */
export interface Finding {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly clause?: string;
  readonly message: string;
  /** A concrete case that shows the fault. */
  readonly witness?: unknown;
}

/** A position in a source file, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Findings in the order of the file, so that a reader can mend from top to bottom. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1));
}
