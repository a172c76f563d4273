import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Sort } from "./dataTable.tsx";

/** What the address of every list says. */
interface ListSearch {
  readonly sort?: string | undefined;
  readonly down?: string | undefined;
  readonly after?: string | undefined;
  readonly [filter: string]: string | undefined;
}

/** A list's sort, page and filters, read from the address and written back to it. */
export function useListSearch(): {
  readonly search: ListSearch;
  readonly sort: Sort;
  onSort(sort: Sort): void;
  onPage(after: string | undefined): void;
  onFilter(change: Readonly<Record<string, string | undefined>>): void;
} {
  const search = useSearch({ strict: false }) as ListSearch;
  const navigate = useNavigate();
  const write = (change: ListSearch, replace: boolean) =>
    void navigate({ to: ".", search: (now: object) => ({ ...now, ...change }), replace } as never);
  return {
    search,
    sort: { sort: search.sort, down: search.down === "true" },
    onSort: ({ sort, down }) => write({ sort, down: down === true ? "true" : undefined }, true),
    onPage: (after) => write({ after }, false),
    onFilter: (change) => write({ ...change, after: undefined }, true),
  };
}
