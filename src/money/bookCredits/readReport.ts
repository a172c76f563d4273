import { parse } from "csv-parse/sync";
import { badField, type Money } from "../../platform/index.ts";
import { isCurrency, minorUnits } from "../../terms/index.ts";

/** One booking of the bank's. */
export interface Booking {
  readonly bankId: string;
  readonly amount: Money;
  readonly reference: string;
  readonly bookedOn: string;
}

const COLUMNS: readonly string[] = ["bank_id", "booked_on", "amount", "currency", "reference"];
const MOST = 1_000;

/**
 * Reads a bank's report: CSV with the columns `bank_id,booked_on,amount,currency,reference`, whatever their
 * order; amounts in decimals with a point. Errors: Problem 400 that names the line.
 */
export function readReport(text: string): Booking[] {
  const rows = rowsIn(text);
  if (rows.length > MOST) {
    throw badField("/csv", "too_many_lines", `Send at most ${MOST} lines at once.`);
  }
  return rows.map((row, index) => readRow(row, index + 2));
}

function rowsIn(text: string): Record<string, string>[] {
  let rows: Record<string, string>[];
  let isTwice = false;
  try {
    const columns = (names: string[]) => {
      isTwice = new Set(names).size < names.length;
      return names;
    };
    rows = parse(text, { columns, bom: true, skip_empty_lines: true, trim: true, relax_quotes: false });
  } catch (error) {
    throw badField("/csv", "not_csv", `This cannot be read: ${(error as Error).message}.`);
  }
  const missing = COLUMNS.filter((name) => rows[0] !== undefined && !(name in rows[0]));
  if (rows.length === 0 || missing.length > 0 || isTwice) {
    throw badField(
      "/csv",
      "columns",
      `The first line names the columns ${COLUMNS.join(", ")}, each once; then come the rows.`,
    );
  }
  return rows;
}

function readRow(row: Record<string, string>, line: number): Booking {
  const { bank_id: bankId = "", booked_on: bookedOn = "", amount = "", currency = "", reference = "" } = row;
  const wrong = (code: string, says: string) => badField("/csv", code, `Line ${line}: ${says}`);
  if (bankId === "" || bankId.length > 100) {
    throw wrong("bank_id", "bank_id has 1 to 100 characters, the bank's own name of the booking.");
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(bookedOn) || !isDay(bookedOn)) {
    throw wrong("booked_on", "booked_on is a day, such as 2026-11-21.");
  }
  const money = amountIn(amount, currency);
  if (money === undefined) {
    throw wrong(
      "amount",
      "amount is above nothing, with a point and the decimals of its currency, such as 44.25.",
    );
  }
  return { bankId, bookedOn, amount: money, reference: reference.slice(0, 200) };
}

function isDay(text: string): boolean {
  try {
    const { year } = Temporal.PlainDate.from(text, { overflow: "reject" });
    return year > 1 && year < 9999;
  } catch {
    return false;
  }
}

/** An amount as banks write it, above nothing, in its currency's smallest unit; undefined when it is none. */
function amountIn(text: string, currency: string): Money | undefined {
  const amount = isCurrency(currency) ? minorUnits(text, currency) : undefined;
  return typeof amount === "number" && amount > 0 && Number.isSafeInteger(amount)
    ? { amount, currency }
    : undefined;
}
