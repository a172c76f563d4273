import { IconDownload } from "@tabler/icons-react";
import { csvOf, downloadText } from "../format/csv.ts";
import { en } from "../words/en.ts";
import type { Column } from "./dataTable.tsx";

/** Saves the rows that are listed, with what their cells are, not how they look. */
export function CsvButton<Row>(props: {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}) {
  const { name, columns, rows } = props;
  const save = () => {
    const heads = columns.map(({ head }) => head);
    const cells = rows.map((row) => columns.map((column) => (column.text ?? column.value)(row)));
    downloadText(`${name}.csv`, csvOf(heads, cells));
  };
  return (
    <button
      type="button"
      className="button"
      aria-label={en.shell.csvLong}
      disabled={rows.length === 0}
      onClick={save}
    >
      <IconDownload size={16} aria-hidden />
      {en.shell.csv}
    </button>
  );
}
