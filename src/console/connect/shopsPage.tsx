import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { client } from "../client.ts";
import { ToolNav } from "../codes/toolNav.tsx";
import { type Shop, toolQueries } from "../codes/toolQueries.ts";
import { everyRow } from "../everyRow.ts";
import { formatInstant } from "../format/index.ts";
import {
  Badge,
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  PageHead,
  useListSearch,
  useRole,
} from "../parts/index.ts";
import { tools as words } from "../words/en/tools.ts";
import { ShopForm } from "./shopForm.tsx";

const columns: readonly Column<Shop>[] = [
  {
    id: "domain",
    head: words.domain,
    value: ({ domain }) => domain,
    cell: ({ id, domain }) => (
      <Link className="row-link" to="/codes/shops/$id" params={{ id }}>
        {domain}
      </Link>
    ),
  },
  {
    id: "state",
    head: words.state,
    value: ({ state }) => words.shopStates[state],
    cell: ({ state }) => <Badge tone={state === "on" ? "ok" : "over"}>{words.shopStates[state]}</Badge>,
  },
  {
    id: "method",
    head: words.method,
    from: "tablet",
    value: ({ method }) => method,
    cell: ({ method }) => words.methodNames[method as keyof typeof words.methodNames] ?? method,
  },
  {
    ...{ id: "skus", head: words.skus, numeric: true },
    value: ({ skus }) => skus.length,
    cell: ({ skus }) => skus.length,
  },
  {
    id: "createdAt",
    head: words.received,
    from: "desk",
    value: ({ createdAt }) => Date.parse(createdAt),
    text: ({ createdAt }) => createdAt,
    cell: ({ createdAt }) => <time dateTime={createdAt}>{formatInstant(createdAt)}</time>,
  },
];

/** The shops elsewhere that sell our codes. */
export function ShopsPage() {
  const { search } = useListSearch();
  const query = useQuery(toolQueries.shops({ limit: 50, ...(search.after && { after: search.after }) }));
  const [adds, setAdds] = useState(false);
  const { role } = useRole();
  const keeps = role === "reseller" || role === "manager";
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={words.shopsTitle}
        actions={
          <>
            <CsvButton
              name="shops"
              columns={columns}
              rows={() => everyRow(client.listShops, {})}
              empty={rows.length === 0}
            />
            {adds || !keeps ? null : <Button onClick={() => setAdds(true)}>{words.addShop}</Button>}
          </>
        }
      />
      <ToolNav />
      {adds ? <ShopForm onClose={() => setAdds(false)} /> : null}
      <Listing
        label={words.shopsTitle}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={words.shopsEmpty} />}
      />
    </div>
  );
}
