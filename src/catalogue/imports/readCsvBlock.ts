import { isUtf8 } from "node:buffer";
import { parse } from "csv-parse/sync";
import type { Block } from "./blocks.ts";
import type { RowReader } from "./columns.ts";
import type { ReadRow } from "./supplierProduct.ts";

/** How many lines one row may have; more are a quote that was never closed. */
const MOST_LINES = 200;

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * The rows of a block of CSV. A line that cannot be a row is one with a fault, and the line behind it is
 * tried as the next row: a quote that is not closed costs its own line and no other.
 */
export function readCsvBlock(block: Block, cells: number, read: RowReader): ReadRow[] {
  return readWhole(block, cells, read) ?? readLineByLine(block, cells, read);
}

/** The rows of a block that has no fault in its form; undefined when it has one. */
function readWhole({ bytes, line }: Block, cells: number, read: RowReader): ReadRow[] | undefined {
  const records = recordsIn(bytes);
  if (records?.every(({ record }) => record.length === cells) !== true) {
    return undefined;
  }
  return records.map(({ record, info }) => ({
    line: line + info.lines - 1 - breaksIn(record),
    ...read(record),
  }));
}

function breaksIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => (cell.includes("\n") ? sum + cell.split("\n").length - 1 : sum), 0);
}

function readLineByLine({ bytes, line }: Block, cells: number, read: RowReader): ReadRow[] {
  const lines = linesOf(bytes);
  const rows: ReadRow[] = [];
  for (let at = 0; at < lines.length; ) {
    const { record, used } = recordAt(lines, at, cells);
    const place = line + at;
    if (record !== undefined) {
      rows.push({ line: place, ...read(record) });
    } else if ((lines[at]?.toString().trim() ?? "") !== "") {
      rows.push({ line: place, faults: [faultOf(lines[at] ?? Buffer.alloc(0), cells)] });
    }
    at += used;
  }
  return rows;
}

/**
 * The record that begins at a line, with so many cells, and how many lines it takes; none: the line alone.
 */
function recordAt(
  lines: readonly Buffer[],
  at: number,
  cells: number,
): { readonly record?: readonly string[]; readonly used: number } {
  for (let used = 1; used <= Math.min(MOST_LINES, lines.length - at); used += 1) {
    const text = Buffer.concat(lines.slice(at, at + used));
    if (quotesIn(text) % 2 === 0) {
      const records = recordsIn(text);
      const [only] = records ?? [];
      return records?.length === 1 && only?.record.length === cells
        ? { record: only.record, used }
        : { used: 1 };
    }
  }
  return { used: 1 };
}

function recordsIn(bytes: Buffer): readonly Parsed[] | undefined {
  if (!isUtf8(bytes)) {
    return undefined;
  }
  try {
    return parse(bytes, {
      ...{ info: true, bom: true, skip_empty_lines: true, relax_column_count: true },
      record_delimiter: ["\r\n", "\n"],
    }) as unknown as Parsed[];
  } catch {
    return undefined;
  }
}

function faultOf(line: Buffer, cells: number): { field: string; code: string; says: string; given: string } {
  const given = line.toString().trim().slice(0, 200);
  const own = recordsIn(line)?.[0]?.record.length;
  if (!isUtf8(line)) {
    return { field: "", code: "encoding", says: "This line is not in UTF-8: save the file as UTF-8.", given };
  }
  return own === undefined
    ? {
        field: "",
        code: "quotes",
        says: `A quote within a cell is written twice (""), and each is closed.`,
        given,
      }
    : {
        field: "",
        code: "cells",
        says: `A row has ${cells} cells, as the first line has; this has ${own}.`,
        given,
      };
}

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, from)) {
    lines.push(bytes.subarray(from, at + 1));
    from = at + 1;
  }
  return from < bytes.length ? [...lines, bytes.subarray(from)] : lines;
}

function quotesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(0x22); at !== -1; at = bytes.indexOf(0x22, at + 1)) {
    count += 1;
  }
  return count;
}
