import { accepted, type Decision, type Money } from "../../platform/index.ts";
import { type Cart, type CartFacts, type PricedLine, reckonCart } from "../carts/index.ts";
import { refuse } from "../refusals.ts";

/** What an order is decided from: the cart, and the sum its buyer saw, where they tell it. */
export interface PlaceOrderFacts extends CartFacts {
  readonly total: Money | undefined;
}

/** An order as it will be placed. */
export interface PricedOrder extends Pick<Cart, "currency" | "chosen" | "netMinor" | "grossMinor"> {
  /** Of its plans; both undefined where it has goods alone. */
  readonly programme: string | undefined;
  readonly region: string | undefined;
  readonly lines: readonly PricedLine[];
  readonly promisedOn: Temporal.PlainDate;
}

/** Whether this may be ordered, and what it costs: what its cart said. Pure. */
export function decidePlaceOrder({ total, ...facts }: PlaceOrderFacts): Decision<PricedOrder> {
  const cart = reckonCart(facts);
  const refused = cart.lines.find((line) => line.refused !== undefined)?.refused ?? cart.refused;
  if (refused !== undefined) {
    return { refused };
  }
  const { currency, netMinor, grossMinor, region, chosen } = cart;
  if (total !== undefined && (total.amount !== grossMinor || total.currency !== currency)) {
    const now = { amount: grossMinor, currency };
    return refuse("price_changed", { receipt: { seen: total, now } });
  }
  const lines = cart.lines.flatMap(({ priced }) => priced ?? []);
  const days = lines.map(({ promisedOn }) => promisedOn).toSorted(Temporal.PlainDate.compare);
  return accepted({
    ...{ programme: facts.terms?.programme, region, currency, lines, chosen, netMinor, grossMinor },
    promisedOn: days.at(-1) as Temporal.PlainDate,
  });
}
