import type { Finding } from "../../terms/index.ts";

/**
 * A finding as compilers print theirs, so that editors can jump to it; the case that shows it on a line of
 * its own.
 */
export function findingText(finding: Finding): string {
  const { file, line, column, severity, code, clause, message, witness } = finding;
  const where = clause === undefined ? "" : `${clause}: `;
  const first = `${file}:${line}:${column}: ${severity} ${code}: ${where}${message}\n`;
  return witness === undefined ? first : `${first}    for example ${JSON.stringify(witness)}\n`;
}

/** `1 finding`, `3 findings`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : plural}`;
