import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { everyRow } from "../everyRow.ts";
import { type Column, CsvButton, EmptyState, Listing, PageHead, useRole } from "../parts/index.ts";

interface Question {
  readonly limit?: number;
  readonly after?: string;
}

/** A list that the bench goes by: everybody there reads and saves it, managers keep it. */
export function BenchList<Row extends object>(props: {
  readonly title: string;
  /** Of its file, and of what is asked of the server. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly list: (
    question: Question,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<{ readonly data: readonly Row[]; readonly nextCursor: string | null }>;
  readonly rowKey: (row: Row) => string;
  readonly empty: string;
  /** What a manager adds to it with. */
  readonly children: ReactNode;
}) {
  const { title, name, columns, list, rowKey, empty, children } = props;
  const keeps = useRole().role === "manager";
  const query = useQuery({
    queryKey: [name, "all"],
    queryFn: ({ signal }) => list({ limit: 200 }, { signal }),
  });
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={title}
        actions={
          <CsvButton
            name={name}
            columns={columns}
            rows={() => everyRow((question: Question) => list(question), {})}
            empty={rows.length === 0}
          />
        }
      />
      {keeps ? children : null}
      <Listing
        label={title}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        empty={<EmptyState says={empty} />}
      />
    </div>
  );
}
