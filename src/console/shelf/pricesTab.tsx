import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatInstant, formatMoney } from "../format/index.ts";
import { Badge, type Column, CsvButton, Listing, useListSearch } from "../parts/index.ts";
import { shelf as words } from "../words/en/shelf.ts";
import { PriceForm } from "./priceForm.tsx";
import { type KeptProduct, type PriceList, shelfQueries } from "./shelfQueries.ts";

const tones = { planned: "waiting", in_force: "ok", past: "over" } as const;

const stepsOf = ({ currency, tiers }: PriceList): string[] =>
  tiers.map(({ minQuantity, netMinor, grossMinor }) =>
    words.step(
      minQuantity,
      formatMoney({ amount: netMinor, currency }),
      formatMoney({ amount: grossMinor, currency }),
    ),
  );

const columns: readonly Column<PriceList>[] = [
  {
    id: "group",
    head: words.customerGroup,
    value: ({ customerGroup }) => customerGroup,
    cell: ({ customerGroup }) => customerGroup,
  },
  {
    id: "currency",
    head: words.currency,
    value: ({ currency }) => currency,
    cell: ({ currency }) => currency,
  },
  {
    id: "from",
    head: words.validFrom,
    value: ({ validFrom }) => Date.parse(validFrom),
    text: ({ validFrom }) => validFrom,
    cell: ({ validFrom }) => <time dateTime={validFrom}>{formatInstant(validFrom)}</time>,
  },
  {
    id: "state",
    head: words.state,
    value: ({ state }) => words.priceStates[state],
    cell: ({ state }) => <Badge tone={tones[state]}>{words.priceStates[state]}</Badge>,
  },
  {
    ...{ id: "steps", head: words.steps, unsorted: true },
    value: (list) => stepsOf(list).join("; "),
    cell: (list) =>
      list.tiers.length === 0 ? words.ended : stepsOf(list).map((step) => <div key={step}>{step}</div>),
  },
];

/** Every price list of a product, past, in force and planned, and the way to set another. */
export function PricesTab({
  product: { sku },
  mayEdit,
}: {
  readonly product: KeptProduct;
  readonly mayEdit: boolean;
}) {
  const { search } = useListSearch();
  const { after } = search;
  const query = useQuery(shelfQueries.prices({ sku, limit: 50, ...(after && { after }) }));
  const [sets, setSets] = useState(false);
  const rows = query.data?.data ?? [];
  const ask = (question: Omit<CommandOf<"listPrices">, "sku">) => client.listPrices({ ...question, sku });
  return (
    <>
      <div className="row">
        <CsvButton
          name={`prices-${sku}`}
          columns={columns}
          rows={() => everyRow(ask, {})}
          empty={rows.length === 0}
        />
        {sets || !mayEdit ? null : <Button onClick={() => setSets(true)}>{words.setPrices}</Button>}
      </div>
      {sets ? <PriceForm sku={sku} onClose={() => setSets(false)} /> : null}
      <Listing
        label={words.tabs.prices}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ customerGroup, currency, validFrom }) => `${customerGroup} ${currency} ${validFrom}`}
        empty={<p>{words.pricesEmpty}</p>}
      />
    </>
  );
}
