import type { Finding, Place } from "../finding.ts";

/**
 * Collects the findings of one file. Nothing in the reader throws for a bad document: it reports and goes
 * on.
 */
export class Report {
  readonly findings: Finding[] = [];
  readonly #file: string;
  #clause: string | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /** Findings from here on belong to this clause. */
  enter(clause: string | undefined): void {
    this.#clause = clause;
  }

  /** What is reported by `run` belongs to that clause. */
  within(clause: string | undefined, run: () => void): void {
    const before = this.#clause;
    this.#clause = clause;
    run();
    this.#clause = before;
  }

  error(code: string, place: Place, message: string, witness?: unknown): undefined {
    this.#add("error", code, place, message, witness);
  }

  warning(code: string, place: Place, message: string, witness?: unknown): undefined {
    this.#add("warning", code, place, message, witness);
  }

  get hasErrors(): boolean {
    return this.findings.some((finding) => finding.severity === "error");
  }

  #add(severity: Finding["severity"], code: string, place: Place, message: string, witness: unknown): void {
    this.findings.push({
      code,
      severity,
      file: this.#file,
      line: place.line,
      column: place.column,
      ...(this.#clause === undefined ? {} : { clause: this.#clause }),
      message,
      ...(witness === undefined ? {} : { witness }),
    });
  }
}
