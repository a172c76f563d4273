import { NativeSelect } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type Column, CsvButton, EmptyState, Listing, PageHead, useListSearch } from "../parts/index.ts";
import { review as words } from "../words/en/review.ts";
import { ReviewNav } from "./reviewNav.tsx";

/** A list of decisions, narrowed by state, with all of it as a file. */
export function ReviewList<Row extends { readonly id: string }>(props: {
  readonly title: string;
  readonly query: UseQueryResult<{ readonly data: readonly Row[]; readonly nextCursor: string | null }>;
  readonly columns: readonly Column<Row>[];
  readonly whole: () => AsyncIterable<Row>;
  readonly states: Readonly<Record<string, string>>;
  /** Why there are none: at all, and of what is asked for. */
  readonly empty: readonly [string, string];
  readonly filters?: ReactNode;
}) {
  const { title, query, columns, whole, states, empty, filters } = props;
  const { search, onFilter } = useListSearch();
  const rows = query.data?.data ?? [];
  const data = [
    { value: "", label: words.all },
    ...Object.entries(states).map(([value, label]) => ({ value, label })),
  ];
  const name = title.toLowerCase();
  return (
    <div className="page">
      <PageHead
        title={title}
        actions={<CsvButton name={name} columns={columns} rows={whole} empty={rows.length === 0} />}
      />
      <ReviewNav />
      <div className="filters">
        <NativeSelect
          aria-label={words.state}
          value={search.state ?? ""}
          data={data}
          onChange={(event) => onFilter({ state: event.currentTarget.value || undefined })}
        />
        {filters}
      </div>
      <Listing
        label={title}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={search.state === undefined ? empty[0] : empty[1]} />}
      />
    </div>
  );
}
