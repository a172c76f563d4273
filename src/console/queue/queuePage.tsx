import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { CsvButton } from "../parts/csvButton.tsx";
import { Listing } from "../parts/listing.tsx";
import { EmptyState, PageHead } from "../parts/page.tsx";
import { useListSearch } from "../parts/useListSearch.ts";
import { queries } from "../queries.ts";
import { en } from "../words/en.ts";
import { useQueueColumns } from "./queueColumns.tsx";
import { QueueFilters } from "./queueFilters.tsx";
import { QueueScan, useTypingGoesTo } from "./queueScan.tsx";
import { claimsOf, QueueTabs, questionOf, type TabName, tabOf, useTabKeys } from "./queueTabs.tsx";
import { usePaidCounts } from "./usePaidCounts.ts";

/** The work queue: what waits, for whom, since when. A scan opens the case at its next step. */
export function QueuePage() {
  const { search } = useListSearch();
  const scan = useRef<HTMLInputElement>(null);
  const tab = tabOf(search.tab);
  const query = useQuery(queries.claims(questionOf(tab, search)));
  const known = usePaidCounts(query.data?.counts);
  const columns = useQueueColumns();
  useTypingGoesTo(scan);
  useTabKeys();
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
      <Listing
        label={en.desk.tabs[tab]}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<NoRows tab={tab} filtered={search.channel !== undefined || search.serial !== undefined} />}
      />
    </div>
  );
}

function NoRows({ tab, filtered }: { readonly tab: TabName; readonly filtered: boolean }) {
  return (
    <EmptyState says={filtered ? en.desk.empty.filtered : en.desk.empty[tab]}>
      <p className="muted">{en.desk.emptyNext}</p>
    </EmptyState>
  );
}
