import { IconDownload } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { csvOf, downloadText } from "../format/csv.ts";
import { en } from "../words/en.ts";
import { useAnnounce } from "./announcer.tsx";
import type { Column } from "./dataTable.tsx";
import { fileColumns } from "./fileColumns.ts";
import { problemOf } from "./useAct.ts";

/** Saves the whole list, all its pages, with what its cells are and not how they look. */
export function CsvButton<Row>(props: {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  /** Every row of the list as it is filtered. */
  readonly rows: () => AsyncIterable<Row>;
  /** Whether the list has no rows. */
  readonly empty: boolean;
}) {
  const { name, columns, rows, empty } = props;
  const [read, setRead] = useState<number>();
  const running = useRef(false);
  const announce = useAnnounce();
  const save = async () => {
    if (running.current) {
      return;
    }
    running.current = true;
    setRead(0);
    const cells = [];
    const inFile = fileColumns(columns);
    try {
      for await (const row of rows()) {
        cells.push(inFile.map(({ cell }) => cell(row)));
        setRead(cells.length);
      }
      const heads = inFile.map(({ head }) => head);
      downloadText(`${name}.csv`, csvOf(heads, cells));
      announce(en.shell.csvSaved(cells.length));
    } catch (error) {
      announce(en.shell.csvFailed(problemOf(error as Error).message));
    }
    running.current = false;
    setRead(undefined);
  };
  return (
    <button
      type="button"
      className="button"
      aria-label={en.shell.csvLong}
      disabled={empty}
      onClick={() => void save()}
    >
      <IconDownload size={16} aria-hidden />
      {read === undefined ? en.shell.csv : en.shell.csvReading(read)}
    </button>
  );
}
