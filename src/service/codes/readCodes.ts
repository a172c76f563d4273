import { parse } from "csv-parse/sync";
import { Value } from "typebox/value";
import { badField } from "../../platform/index.ts";
import { CodeSchema, type CodeView } from "./code.ts";

const NEEDED = ["kind", "family", "code", "title"] as const;
const MOST_ROWS = 2_000;

/**
 * Codes from a CSV file with the columns kind, family, code, title, and cause, parts (with blanks between)
 * and lost for what a finding means. Errors: Problem 400 that names the row and the column.
 */
export function readCodes(text: string): CodeView[] {
  const rows = rowsOf(text);
  const [first] = rows;
  const lacks = NEEDED.find((column) => first !== undefined && !(column in first));
  if (first === undefined || lacks !== undefined) {
    throw badField("/csv", "column_missing", `The file needs the columns ${NEEDED.join(", ")}.`);
  }
  return rows.map((row, index) => codeOf(row, index + 2));
}

function rowsOf(text: string): readonly Readonly<Record<string, string>>[] {
  try {
    return parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true, to: MOST_ROWS + 1 });
  } catch {
    throw badField("/csv", "not_csv", "This is not a CSV file: look for a quotation mark that does not end.");
  }
}

function codeOf(row: Readonly<Record<string, string>>, no: number): CodeView {
  const { kind, family, code, title, cause, parts, lost } = row;
  const facts = {
    ...(cause ? { cause } : {}),
    ...(parts ? { parts: parts.split(/\s+/) } : {}),
    ...(lost ? { lost } : {}),
  };
  const read = { kind, family, code, title, ...(Object.keys(facts).length === 0 ? {} : { facts }) };
  if (Value.Check(CodeSchema, read)) {
    return read;
  }
  const [fault] = Value.Errors(CodeSchema, read);
  const column = fault?.instancePath.split("/").at(fault.instancePath.startsWith("/facts") ? 2 : 1) ?? "code";
  throw badField(
    "/csv",
    "row_wrong",
    `Row ${no}: the column ${column || "code"} has something else than it may have.`,
  );
}
