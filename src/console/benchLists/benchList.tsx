import { NativeSelect, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { CalendarNav } from "../calendar/calendarNav.tsx";
import { everyRow } from "../everyRow.ts";
import {
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  PageHead,
  useListSearch,
  useRole,
} from "../parts/index.ts";
import { quotes as words } from "../words/en/quotes.ts";

/** What every list of the bench is asked by; the address has it. */
export interface BenchQuestion {
  readonly limit?: number;
  readonly after?: string;
  readonly kind?: never;
  readonly search?: string;
}

/** What one of the lists is narrowed by beside its kind and words. */
interface Narrowing {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

/** A list that the bench goes by: everybody there reads and saves it, managers keep it. */
export function BenchList<Row extends object>(props: {
  readonly title: string;
  /** Of its file, and of what is asked of the server. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly list: (
    question: BenchQuestion,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<{ readonly data: readonly Row[]; readonly nextCursor: string | null }>;
  readonly rowKey: (row: Row) => string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly narrowings: readonly Narrowing[];
  readonly empty: string;
  /** What a manager adds to it with. */
  readonly children: ReactNode;
}) {
  const { title, name, columns, list, rowKey, kinds, narrowings, empty, children } = props;
  const { search, onFilter } = useListSearch();
  const named = ["kind", "search", ...narrowings.map((one) => one.name)];
  const filter = Object.fromEntries(named.flatMap((one) => (search[one] ? [[one, search[one]]] : [])));
  const question = { limit: 50, ...filter, ...(search.after && { after: search.after }) } as BenchQuestion;
  const keeps = useRole().role === "manager";
  const query = useQuery({
    queryKey: [name, question],
    queryFn: ({ signal }) => list(question, { signal }),
    placeholderData: keepPreviousData,
  });
  const rows = query.data?.data ?? [];
  const isNarrowed = Object.keys(filter).length > 0;
  return (
    <div className="page">
      <PageHead
        title={title}
        actions={
          <CsvButton
            name={name}
            columns={columns}
            rows={() => everyRow((asked: BenchQuestion) => list(asked), filter as BenchQuestion)}
            empty={rows.length === 0}
          />
        }
      />
      <CalendarNav />
      {keeps ? children : null}
      <div className="filters">
        <NativeSelect
          label={words.kind}
          value={search.kind ?? ""}
          data={[
            { value: "", label: words.everyKind },
            ...Object.entries(kinds).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(event) => onFilter({ kind: event.currentTarget.value || undefined })}
        />
        {[...narrowings, { name: "search", label: words.words }].map((one: Narrowing) => (
          <TextInput
            key={one.name}
            type="search"
            label={one.label}
            placeholder={one.hint}
            maxLength={60}
            value={search[one.name] ?? ""}
            onChange={(event) => onFilter({ [one.name]: event.currentTarget.value || undefined })}
          />
        ))}
      </div>
      <Listing
        label={title}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        empty={<EmptyState says={isNarrowed ? words.noneFits : empty} />}
      />
    </div>
  );
}
