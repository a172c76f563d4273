import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { ButtonLink, EmptyState, PageHead, ProblemCard, Shown } from "../parts/index.ts";
import { type Cart, type ResellerPage, resellerQueries } from "../resellers/resellerQueries.ts";
import { reseller as words } from "../words/en/reseller.ts";
import { CartLines } from "./cartLines.tsx";
import { CartSum } from "./cartSum.tsx";
import { OwnReseller } from "./ownReseller.tsx";
import { useCart } from "./useCart.ts";
import { usePlaceOrder } from "./usePlaceOrder.ts";

const PAUSE_MS = 300;

/** What is to be ordered, as it costs now. It is kept in this browser. */
export function CartPage() {
  const { lines } = useCart();
  return (
    <div className="page">
      <PageHead title={words.cartTitle} />
      {lines.length === 0 ? (
        <EmptyState says={words.cartEmpty}>
          <ButtonLink to="/shop">{words.toCatalogue}</ButtonLink>
        </EmptyState>
      ) : (
        <OwnReseller>{(own) => <FilledCart own={own} />}</OwnReseller>
      )}
    </div>
  );
}

function FilledCart({ own }: { readonly own: ResellerPage }) {
  const { lines, keep } = useCart();
  const [purchaseOrder, setPurchaseOrder] = useState("");
  const [asked] = useDebouncedValue(lines, PAUSE_MS);
  const vatId = own.vatId === null ? {} : { vatId: own.vatId };
  const question = { lines: asked.map((line) => ({ ...line })), country: own.country, ...vatId };
  const query = useQuery(resellerQueries.cart(question));
  const cart = query.data;
  const placing = usePlaceOrder(() => keep([]));
  const place = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (cart !== undefined) {
      placing.perform(orderOf(own, cart, lines, purchaseOrder));
    }
  };
  return (
    <form className="columns" onSubmit={place}>
      <CartLines lines={lines} cart={cart} onChange={keep} />
      <div>
        <Shown query={query}>{(priced) => <CartSum cart={priced} />}</Shown>
        <TextInput
          label={words.purchaseOrder}
          description={words.purchaseOrderHint}
          maxLength={60}
          value={purchaseOrder}
          onChange={(event) => setPurchaseOrder(event.currentTarget.value)}
        />
        <Button
          type="submit"
          fullWidth
          loading={placing.pending}
          disabled={cart?.sellable !== true || asked !== lines}
        >
          {words.checkOut}
        </Button>
        {placing.problem === undefined ? null : <ProblemCard problem={placing.problem} />}
      </div>
    </form>
  );
}

function orderOf(
  own: ResellerPage,
  cart: Cart,
  lines: readonly { readonly sku: string; readonly quantity: number }[],
  purchaseOrder: string,
): CommandOf<"placeOrder"> {
  const { name, email, country, vatId } = own;
  return {
    lines: lines.map(({ sku, quantity }) => ({ sku, quantity })),
    buyer: { name, email, country, company: name, ...(vatId === null ? {} : { vatId }) },
    total: cart.totals.gross,
    ...(purchaseOrder.trim() === "" ? {} : { purchaseOrder: purchaseOrder.trim() }),
    delivery: { option: "email" },
  };
}
