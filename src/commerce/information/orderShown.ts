import type { PriceIn, Product } from "../../catalogue/index.ts";
import type { OrderShown } from "./informationOf.ts";

/** A cart or an order whose prices are decided. */
interface Priced {
  readonly region?: string | null | undefined;
  readonly currency: string;
  readonly lines: readonly {
    readonly product: Product;
    readonly quantity: number;
    readonly unit: PriceIn;
    readonly promisedOn: Temporal.PlainDate;
  }[];
  readonly chosen: { readonly option: OrderShown["delivery"]["option"]; readonly price: PriceIn } | undefined;
}

/** What its information is made from. Pure. */
export function orderShown(
  { region = null, currency, lines, chosen }: Priced,
  about: Pick<OrderShown, "country" | "isBusiness" | "isReverseCharge">,
): OrderShown {
  const days = lines.map(({ promisedOn }) => promisedOn).toSorted(Temporal.PlainDate.compare);
  const { net, gross, taxKind = null, taxRateBasisPoints = null } = chosen?.price ?? {};
  return {
    ...{ ...about, region, currency, lines },
    delivery: {
      option: chosen?.option ?? "email",
      netMinor: net?.amount ?? 0,
      grossMinor: gross?.amount ?? 0,
      ...{ taxKind, taxRateBasisPoints },
      promisedOn: days.at(-1) as Temporal.PlainDate,
    },
  };
}
