import type { Order } from "../../client/index.ts";
import { Badge, type Tone } from "../parts/stateBadge.tsx";
import { en } from "../words/en.ts";

const tones: Readonly<Record<Order["state"], Tone>> = {
  placed: "needs",
  paid: "waiting",
  delivered: "ok",
  cancelled: "over",
};

/** Where an order stands. */
export function OrderStateBadge({ state }: { readonly state: Order["state"] }) {
  return <Badge tone={tones[state]}>{en.field.orders[state]}</Badge>;
}
