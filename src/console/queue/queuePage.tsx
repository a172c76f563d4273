import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { CsvButton } from "../parts/csvButton.tsx";
import { Listing } from "../parts/listing.tsx";
import { EmptyState, PageHead } from "../parts/page.tsx";
import { useListSearch } from "../parts/useListSearch.ts";
import { queries, wholeLists } from "../queries.ts";
import { ReviewNav } from "../review/reviewNav.tsx";
import { en } from "../words/en.ts";
import { useQueueColumns } from "./queueColumns.tsx";
import { QueueFilters } from "./queueFilters.tsx";
import { QueueScan } from "./queueScan.tsx";
import { QueueTabs, useTabKeys } from "./queueTabs.tsx";
import { countsOf, type TabName, tabOf } from "./tabs.ts";

/** The work queue: what waits, for whom, since when. A scan opens the case at its next step. */
export function QueuePage() {
  const { search } = useListSearch();
  const scan = useRef<HTMLInputElement>(null);
  const tab = tabOf(search.tab);
  const { channel, serial, after } = search;
  const query = useQuery(queries.queue(tab, { channel, serial, after }));
  const counts = countsOf(query.data?.nextCounts, query.data?.overdueCount);
  const columns = useQueueColumns();
  useTabKeys();
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={en.desk.queueTitle}
        actions={
          <CsvButton
            name={`queue-${tab}`}
            columns={columns}
            rows={() => wholeLists.queue(tab, search)}
            empty={rows.length === 0}
          />
        }
      />
      <ReviewNav />
      <QueueScan box={scan} />
      <QueueTabs tab={tab} counts={counts} />
      <QueueFilters key={tab} />
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
