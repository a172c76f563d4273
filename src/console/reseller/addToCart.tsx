import { Button, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import type { Product } from "../../client/index.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import type { Cart } from "../resellers/resellerQueries.ts";
import { reseller as words } from "../words/en/reseller.ts";
import { MOST_LINES, withLine } from "./keptCart.ts";
import { useCart } from "./useCart.ts";

/** Puts so many pieces of a product into the cart. */
export function AddToCart(props: {
  readonly product: Product;
  readonly priced: Cart["lines"][number]["price"];
}) {
  const { product, priced } = props;
  const { sku, minQuantity, multiple } = product;
  const [quantity, setQuantity] = useState(String(minQuantity));
  const { lines, keep } = useCart();
  const announce = useAnnounce();
  const isFull = lines.length >= MOST_LINES && lines.every((line) => line.sku !== sku);
  const add = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const seen = priced === null ? {} : { seen: priced.unit.gross };
    const all = withLine(lines, { sku, quantity: Number(quantity), ...seen });
    keep(all);
    announce(words.inCart(all.find((line) => line.sku === sku)?.quantity ?? 0, sku));
  };
  return (
    <form className="row" onSubmit={add} title={isFull ? words.cartFull : undefined}>
      <TextInput
        aria-label={words.pieces(sku)}
        type="number"
        min={minQuantity}
        max={1000}
        step={multiple}
        className="number-input"
        required
        value={quantity}
        onChange={(event) => setQuantity(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={isFull} aria-label={`${words.toCart}: ${sku}`}>
        {words.toCart}
      </Button>
    </form>
  );
}
