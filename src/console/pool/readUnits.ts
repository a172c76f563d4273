import type { CommandOf } from "../../client/index.ts";

/** A line of a file of units. */
export type UnitLine = CommandOf<"takeInUnits">["units"][number];

const columns = ["serial", "model", "grade", "region", "centre", "shelf"] as const;
const needed = ["serial", "model", "region"] as const;

/** What a file says: its units, or which columns its head has not. */
export type UnitsRead =
  | { readonly units: readonly UnitLine[]; readonly missing?: never }
  | { readonly units?: never; readonly missing: readonly string[] };

/** The units of a CSV file; cells may stand in quotes, and be parted by commas, semicolons or tabs. */
export function readUnits(text: string): UnitsRead {
  const [head = "", ...lines] = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  const names = cellsOf(head).map((name) => name.toLowerCase());
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    return { missing };
  }
  return {
    units: lines.map((line) => {
      const cells = cellsOf(line);
      const said = columns.flatMap((name) => {
        const cell = cells[names.indexOf(name)] ?? "";
        return cell === "" ? [] : [[name, cell] as const];
      });
      return Object.fromEntries(said) as unknown as UnitLine;
    }),
  };
}

function cellsOf(line: string): string[] {
  const cells = line.match(/("(?:[^"]|"")*"|[^,;\t]*)(?:[,;\t]|$)/g) ?? [];
  return cells.map((cell) =>
    cell
      .replace(/[,;\t]$/, "")
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .replaceAll('""', '"')
      .trim(),
  );
}
