import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { CsvButton, EmptyState, Listing, PageHead, useListSearch, useRole } from "../parts/index.ts";
import { SupplyNav } from "../supply/supplyNav.tsx";
import { shelf as words } from "../words/en/shelf.ts";
import { FeedActs } from "./feedActs.tsx";
import { feedColumns } from "./feedColumns.tsx";
import { FeedForm } from "./feedForm.tsx";
import { type SupplierFeed, shelfQueries } from "./shelfQueries.ts";

/** Where suppliers' files are fetched from, and what came of it. */
export function FeedsPage() {
  const { search } = useListSearch();
  const { after } = search;
  const query = useQuery(shelfQueries.feeds({ limit: 100, ...(after && { after }) }));
  /** The feed that is changed; null is a new one. */
  const [edited, setEdited] = useState<SupplierFeed | null>();
  const { role } = useRole();
  const mayEdit = role === "manager";
  const rows = query.data?.data ?? [];
  const acts = {
    ...{ id: "acts", head: words.edit, unsorted: true },
    value: () => undefined,
    cell: (feed: SupplierFeed) => <FeedActs feed={feed} onEdit={() => setEdited(feed)} />,
  };
  return (
    <div className="page">
      <PageHead
        title={words.feedsTitle}
        actions={
          <>
            <CsvButton
              name="feeds"
              columns={feedColumns}
              rows={() => everyRow(client.listFeeds, {})}
              empty={rows.length === 0}
            />
            {edited !== undefined || !mayEdit ? null : (
              <Button onClick={() => setEdited(null)}>{words.addFeed}</Button>
            )}
          </>
        }
      />
      <SupplyNav />
      {edited === undefined ? null : (
        <FeedForm key={edited?.id ?? ""} feed={edited} onClose={() => setEdited(undefined)} />
      )}
      <p className="muted">{words.feedsNote}</p>
      <Listing
        label={words.feedsTitle}
        query={query}
        columns={mayEdit ? [...feedColumns, acts] : feedColumns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={words.feedsEmpty} />}
      />
    </div>
  );
}
