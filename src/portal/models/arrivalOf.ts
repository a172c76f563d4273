import type { Arrival } from "../pages/buyBox.ts";
import { en } from "../words/en.ts";
import { formatDay } from "../words/formatDate.ts";

type Offered = {
  readonly soldAs: "code" | "renewal" | "goods";
  readonly stock: number | "on_demand";
  readonly supplier: unknown;
  readonly leadDays: number;
  readonly delivery: { readonly promisedOn: string };
};

const counting = new Intl.NumberFormat("en");

/** So few that it is worth telling. */
const FEW = 5;

/** Whether a product is there, where, and when it comes. */
export function arrivalOf({ soldAs, stock, supplier, leadDays, delivery }: Offered): Arrival {
  const words = en.shelf;
  const day = formatDay(Temporal.PlainDate.from(delivery.promisedOn));
  if (soldAs !== "goods") {
    const says = leadDays === 0 ? words.byMail : words.byMailOn(day);
    return { state: "ok", available: words.available, where: words.onDemand, day, says };
  }
  if (stock === 0) {
    return { state: "needs", available: words.outOfStock, day: undefined, says: words.outSays };
  }
  const isSuppliers = supplier !== null;
  return {
    state: "ok",
    available: words.available,
    where: [isSuppliers ? words.atSupplier : undefined, countOf(stock)].filter(Boolean).join(", "),
    day,
    says: isSuppliers ? words.fromSupplier : "",
  };
}

/** How many there are, for a list. */
export function stockWord({ soldAs, stock }: Pick<Offered, "soldAs" | "stock">): string {
  const words = en.shelf;
  if (soldAs !== "goods") {
    return words.available;
  }
  return stock === 0 ? words.outOfStock : (countOf(stock) ?? words.available);
}

function countOf(stock: Offered["stock"]): string | undefined {
  if (stock === "on_demand") {
    return undefined;
  }
  return stock <= FEW ? en.shelf.lowStock(stock) : en.shelf.inStock(counting.format(stock));
}
