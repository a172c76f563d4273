import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import type { Product } from "../../client/index.ts";
import { formatMoney } from "../format/formatMoney.ts";
import {
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  PageHead,
  useListSearch,
  useRole,
} from "../parts/index.ts";
import { queries, wholeLists } from "../queries.ts";
import { AddToCart } from "../reseller/addToCart.tsx";
import { type Cart, resellerQueries } from "../resellers/resellerQueries.ts";
import { reseller } from "../words/en/reseller.ts";
import { en } from "../words/en.ts";

const words = en.shop;

const columns: readonly Column<Product>[] = [
  {
    id: "product",
    head: words.product,
    value: ({ name }) => name,
    cell: ({ name, sku, soldAs }) =>
      soldAs === "code" ? (
        <Link className="row-link" to="/shop/$sku" params={{ sku }}>
          {name}
        </Link>
      ) : (
        <>
          {name} {soldAs === "renewal" ? <span className="muted">{words.renewal}</span> : null}
        </>
      ),
  },
  {
    ...{ id: "sku", head: words.sku, from: "tablet" },
    value: ({ sku }) => sku,
    cell: ({ sku }) => <code>{sku}</code>,
  },
  {
    ...{ id: "models", head: words.models, from: "desk" },
    value: ({ models }) => models.join(", "),
    cell: ({ models }) => models.join(", "),
  },
  {
    ...{ id: "quantities", head: words.quantities, from: "desk" },
    value: ({ minQuantity, multiple }) => words.multiples(minQuantity, multiple),
    cell: ({ minQuantity, multiple }) => words.multiples(minQuantity, multiple),
  },
  {
    id: "tiers",
    head: words.tiers,
    unsorted: true,
    value: ({ prices }) =>
      prices.map(({ minQuantity, gross }) => `${words.from(minQuantity)} ${formatMoney(gross)}`).join("; "),
    cell: ({ prices }) => <Tiers prices={prices} />,
  },
];

/** What a piece costs from which quantity on: gross, and net in grey. */
export function Tiers({ prices }: { readonly prices: Product["prices"] }) {
  return (
    <ul className="tiers">
      {prices.map(({ minQuantity, net, gross }) => (
        <li key={`${minQuantity} ${gross.currency}`}>
          {words.from(minQuantity)} <b className="money">{formatMoney(gross)}</b>{" "}
          <span className="muted money">
            {words.net} {formatMoney(net)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/**
 * What a reseller's contract adds to each row: its own price, what there is, and the way into its cart. On a
 * phone they take the room of everybody's price.
 */
function ownColumns(cart: Cart | undefined): readonly Column<Product>[] {
  const priceOf = (wanted: string) => cart?.lines.find(({ sku }) => sku === wanted)?.price ?? null;
  return [
    ...columns.map((column) => (column.id === "tiers" ? { ...column, from: "tablet" as const } : column)),
    {
      id: "yours",
      head: reseller.yourPrice,
      numeric: true,
      value: ({ sku }) => priceOf(sku)?.unit.gross.amount,
      sum: ({ sku }) => priceOf(sku)?.unit.gross ?? null,
      cell: ({ sku }) => <OwnPrice of={priceOf(sku)} />,
    },
    {
      id: "stock",
      head: reseller.stock,
      from: "desk",
      value: ({ sku }) => priceOf(sku)?.stock ?? undefined,
      cell: ({ sku }) => (priceOf(sku) === null ? null : (priceOf(sku)?.stock ?? reseller.stockAny)),
    },
    {
      id: "cart",
      head: reseller.cartTitle,
      unsorted: true,
      value: () => undefined,
      cell: (product) =>
        product.soldAs === "renewal" ? null : <AddToCart product={product} priced={priceOf(product.sku)} />,
    },
  ];
}

function OwnPrice({ of: price }: { readonly of: Cart["lines"][number]["price"] }) {
  return price === null ? null : (
    <>
      <b className="money">{formatMoney(price.unit.gross)}</b>{" "}
      {price.nextTier === null ? null : (
        <span className="muted money">
          {reseller.yourPriceNext(price.nextTier.from, formatMoney(price.nextTier.gross))}
        </span>
      )}
    </>
  );
}

/** As many rows as one question about prices has lines. */
const ROWS = 15;

/** What can be sold on, at the tiers it is bought for. */
export function CataloguePage() {
  const { search, onFilter } = useListSearch();
  const [text, setText] = useState(search.q ?? "");
  const question = {
    limit: ROWS,
    ...(search.q === undefined ? {} : { search: search.q }),
    ...(search.after === undefined ? {} : { after: search.after }),
  };
  const query = useQuery(queries.products(question));
  const rows = query.data?.data ?? [];
  const { role } = useRole();
  const { data: own } = useQuery({ ...resellerQueries.own(), enabled: role === "reseller" });
  const sold = rows.filter(({ soldAs }) => soldAs !== "renewal");
  const lines = sold.map(({ sku, minQuantity }) => ({ sku, quantity: minQuantity }));
  const isPriced = own !== undefined && own !== null && lines.length > 0;
  const { data: cart } = useQuery({
    ...resellerQueries.cart({ lines, country: own?.country ?? "" }),
    enabled: isPriced,
  });
  const shown = isPriced ? ownColumns(cart) : columns;
  const find = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onFilter({ q: text.trim() || undefined });
  };
  return (
    <div className="page">
      <PageHead
        title={words.title}
        actions={
          <CsvButton
            name="catalogue"
            columns={columns}
            rows={() => wholeLists.products(question)}
            empty={rows.length === 0}
          />
        }
      />
      <form className="filters" onSubmit={find}>
        <TextInput
          aria-label={words.searchLabel}
          placeholder={words.searchHint}
          maxLength={100}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={() => onFilter({ q: text.trim() || undefined })}
        />
      </form>
      <Listing
        label={words.title}
        query={query}
        columns={shown}
        rows={rows}
        rowKey={({ sku }) => sku}
        empty={<EmptyState says={search.q === undefined ? words.empty : words.emptyFiltered} />}
      />
    </div>
  );
}
