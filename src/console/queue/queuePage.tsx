import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useRef } from "react";
import type { Claim } from "../../client/index.ts";
import { CsvButton } from "../parts/csvButton.tsx";
import { DataTable, Pager } from "../parts/dataTable.tsx";
import { useNow } from "../parts/now.tsx";
import { EmptyState, PageHead } from "../parts/page.tsx";
import { Shown } from "../parts/shown.tsx";
import { useKeys } from "../parts/useKeys.ts";
import { useListSearch } from "../parts/useListSearch.ts";
import { useRole } from "../parts/useRole.ts";
import { queries } from "../queries.ts";
import { en } from "../words/en.ts";
import { queueColumns } from "./queueColumns.tsx";
import { QueueFilters } from "./queueFilters.tsx";
import { QueueScan, useTypingGoesTo } from "./queueScan.tsx";
import { claimsOf, QueueTabs, questionOf, type TabName, tabNames, tabOf } from "./queueTabs.tsx";
import { usePaidCounts } from "./usePaidCounts.ts";

/** The work queue: what waits, for whom, since when. A scan opens the case at its next step. */
export function QueuePage() {
  const { search, sort, onSort, onPage } = useListSearch();
  const navigate = useNavigate({ from: "/queue" });
  const scan = useRef<HTMLInputElement>(null);
  const tab = tabOf(search.tab);
  const query = useQuery(queries.claims(questionOf(tab, search)));
  const known = usePaidCounts(query.data?.counts);
  const columns = useMemoisedColumns();
  useTypingGoesTo(scan);
  useKeys(
    Object.fromEntries(
      tabNames.map((name, index) => [`Alt+${index + 1}`, () => void navigate({ search: { tab: name } })]),
    ),
  );
  const rows = claimsOf(tab, query.data?.data ?? []);
  return (
    <div className="page">
      <PageHead
        title={en.desk.queueTitle}
        actions={<CsvButton name={`queue-${tab}`} columns={columns} rows={rows} />}
      />
      <QueueScan box={scan} />
      <QueueTabs tab={tab} counts={query.data?.counts} known={known} />
      <QueueFilters />
      <Shown query={query}>
        {({ nextCursor }) => (
          <>
            {rows.length === 0 ? (
              <NoRows tab={tab} filtered={search.channel !== undefined || search.serial !== undefined} />
            ) : (
              <DataTable
                label={en.desk.tabs[tab]}
                columns={columns}
                rows={rows}
                rowKey={({ id }: Claim) => id}
                sort={sort}
                onSort={onSort}
              />
            )}
            <Pager
              count={rows.length}
              sorted={search.sort !== undefined}
              after={search.after}
              next={nextCursor}
              onPage={onPage}
            />
          </>
        )}
      </Shown>
    </div>
  );
}

function useMemoisedColumns() {
  const now = useNow();
  const { worksAtBench } = useRole();
  return useMemo(() => queueColumns(now, worksAtBench ? "step" : "page"), [now, worksAtBench]);
}

function NoRows({ tab, filtered }: { readonly tab: TabName; readonly filtered: boolean }) {
  return (
    <EmptyState says={filtered ? en.desk.empty.filtered : en.desk.empty[tab]}>
      <p className="muted">{en.desk.emptyNext}</p>
    </EmptyState>
  );
}
