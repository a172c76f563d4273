import assert from "node:assert/strict";
import { Type } from "typebox";
import { accepted, act, badField, Day, line, Problem, shape, type Tx } from "../../platform/index.ts";
import {
  dayOf,
  daysBetween,
  digestId,
  insertReport,
  lineIdOf,
  linesKnown,
  partyKinds,
  type RawRow,
  ReportSchema,
  type RowFault,
  readCsv,
  readLines,
  readNdjson,
  reconcileNight,
  reportOf,
  reportView,
  startOf,
  takeLines,
} from "../reconciliation/index.ts";
import type { ToldLine } from "../toldLine.ts";

/** How much of a report is read: the bytes of a request less the rest of its body. */
const MOST_CHARACTERS = 1_000_000;
const MOST_DAYS = 400;
const MOST_FAULTS_SHOWN = 200;

const Body = shape({
  kind: Type.Enum([...partyKinds]),
  /** Which provider, bank, carrier or reseller. */
  party: line(80),
  /** The days it tells everything of, both included. */
  from: Day,
  to: Day,
  csv: Type.Optional(Type.String({ minLength: 1, maxLength: MOST_CHARACTERS })),
  ndjson: Type.Optional(Type.String({ minLength: 1, maxLength: MOST_CHARACTERS })),
});

/**
 * POST /v1/reports: takes in what a provider, a bank, a carrier or a reseller says it did. With a fault in
 * any row nothing is taken in, and every fault is told; the same bytes twice are the same report.
 */
export const takeReport = act({
  route: "POST /v1/reports",
  permission: "report.send",
  summary: "Takes in the report of a provider, a bank, a carrier or a reseller, and compares it",
  body: Body,
  reply: shape({
    report: ReportSchema,
    /** Lines that were not told before. */
    taken: Type.Integer(),
    known: Type.Integer(),
  }),
  status: 201,
  dryRun: true,
  async run(tx, { kind, party, from, to, csv, ndjson }) {
    const days = readDays(from, to);
    const text = csv ?? ndjson;
    if (text === undefined || (csv === undefined) === (ndjson === undefined)) {
      throw badField("", "one_of", "Send either `csv` or `ndjson`.");
    }
    const rows = csv === undefined ? readNdjson(text) : readCsv(text, kind);
    const { lines, faults } = isFault(rows) ? { lines: [], faults: [rows] } : readLines(rows, kind, days);
    const wrong = faults.length > 0 ? faults : await changedLines(tx, kind, party, lines);
    if (wrong.length > 0) {
      throw rowProblem(wrong, csv === undefined ? "/ndjson" : "/csv");
    }
    const reportId = digestId("report", kind, party, from, to, text);
    const { id } = tx.caller;
    const made = [reportId, kind, party, days.from, days.to, "sent", lines.length, id, tx.at];
    const report = await insertReport(tx, ...made);
    const known = report ?? (await reportOf(tx, reportId));
    const sent = { reportId, kind, party, origin: "sent" } as const;
    const taken = report === undefined ? 0 : await takeLines(tx, sent, lines, startOf(days.from));
    if (report !== undefined) {
      // What one party tells may explain what another told: a payout, and the bank it came to.
      tx.enqueue(reconcileNight, { night: dayOf(tx.at).toString(), again: true });
    }
    assert(known !== undefined, "a report that cannot be kept was kept before");
    return accepted({ report: reportView(known), taken, known: lines.length - taken });
  },
});

function isFault(rows: readonly RawRow[] | RowFault): rows is RowFault {
  return !Array.isArray(rows);
}

/** Every row that cannot be read, with its column. */
function rowProblem(wrong: readonly RowFault[], pointer: string): Problem {
  const faults = wrong.slice(0, MOST_FAULTS_SHOWN).map(({ row, column, says }) => ({
    pointer: `${pointer}/${row}/${column}`,
    code: "row",
    message: `Row ${row}${column === "" ? "" : `, ${column}`}: ${says}`,
  }));
  const detail = `${wrong.length} rows of this report cannot be read; nothing of it was taken in.`;
  return new Problem(400, "bad_request", detail, { faults });
}

function readDays(from: string, to: string) {
  const days = { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) };
  const length = daysBetween(days.from, days.to);
  if (length < 0 || length > MOST_DAYS) {
    throw badField("/to", "days", `A report ends after it begins, and is of ${MOST_DAYS} days at the most.`);
  }
  return days;
}

/** Somebody's own id of a line means one thing for ever. */
async function changedLines(
  tx: Tx,
  kind: string,
  party: string,
  lines: readonly ToldLine[],
): Promise<RowFault[]> {
  const ids = lines.map(({ entry, theirId }) => lineIdOf(kind, party, entry, theirId));
  const known = new Map((await linesKnown(tx, ids)).map((one) => [one.lineId, one]));
  return lines.flatMap((line, index): RowFault[] => {
    const before = known.get(ids[index] as string);
    const isSame =
      before === undefined ||
      (before.amountMinor === line.amountMinor &&
        before.feeMinor === line.feeMinor &&
        before.currency === line.currency &&
        before.quantity === line.quantity);
    const says = "An earlier report told this id with other figures. Ask which of them is right.";
    return isSame ? [] : [{ row: index + 2, column: "id", says }];
  });
}
