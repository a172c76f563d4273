import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import type { CommandOf, PlanPage } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";
import { ProblemCard } from "../parts/problemCard.tsx";
import { useAct } from "../parts/useAct.ts";
import { queries } from "../queries.ts";
import { en } from "../words/en.ts";
import { BuyerFields } from "./buyerFields.tsx";
import { OrderPreview } from "./orderPreview.tsx";

/** Who buys, as it is typed. */
export interface Buyer {
  readonly name: string;
  readonly email: string;
  readonly country: string;
  readonly vatId: string;
}

/** How many, and for whom. What it will cost is asked of the server while it is typed. */
export function OrderForm({ product }: { readonly product: PlanPage }) {
  const { data: session } = useQuery(queries.session());
  const { data: terms } = useQuery(queries.terms(product.programme));
  const [quantity, setQuantity] = useState(String(product.minQuantity));
  const [buyer, setBuyer] = useState<Buyer>({
    name: session?.name ?? "",
    email: session?.email ?? "",
    country: "",
    vatId: "",
  });
  const navigate = useNavigate();
  const placing = useAct(client.placeOrder, async ({ id }) => {
    await queryClient.invalidateQueries({ queryKey: ["orders"] });
    await navigate({ to: "/orders/$id", params: { id } });
  });
  const command = orderOf(product.sku, quantity, buyer);
  const place = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    placing.perform(command);
  };
  return (
    <form className="columns order-form" onSubmit={place}>
      <div className="form">
        <TextInput
          label={en.shop.quantity}
          description={en.shop.multiples(product.minQuantity, product.multiple)}
          type="number"
          min={product.minQuantity}
          max={1000}
          step={product.multiple}
          className="number-input"
          autoFocus
          required
          value={quantity}
          onChange={(event) => setQuantity(event.currentTarget.value)}
        />
        <BuyerFields
          buyer={buyer}
          countries={terms?.regions.flatMap(({ countries }) => countries) ?? []}
          problem={placing.problem}
          onChange={setBuyer}
        />
      </div>
      <div>
        <OrderPreview product={product} command={command} />
        <Button type="submit" loading={placing.pending} fullWidth>
          {en.shop.place}
        </Button>
        {placing.problem === undefined ? null : <ProblemCard problem={placing.problem} />}
      </div>
    </form>
  );
}

function orderOf(sku: string, quantity: string, buyer: Buyer): CommandOf<"placeOrder"> {
  const vatId = buyer.vatId.replaceAll(/[\s.-]/g, "").toUpperCase();
  return {
    lines: [{ sku, quantity: Number(quantity) }],
    buyer: {
      name: buyer.name.trim(),
      email: buyer.email.trim(),
      country: buyer.country.trim().toUpperCase(),
      ...(vatId === "" ? {} : { vatId }),
    },
    delivery: { option: "email" },
  };
}
