import type { Cart } from "../carts/index.ts";
import { type InformationView, informationOf, informationView, type OrderShown } from "./informationOf.ts";
import { orderShown } from "./orderShown.ts";

/** What the buyer of a cart is told; undefined while it cannot be ordered as it is. */
export async function informationIn(
  db: Parameters<typeof informationOf>[0],
  { region, currency, lines, chosen, refused }: Cart,
  about: Pick<OrderShown, "country" | "isBusiness" | "isReverseCharge">,
): Promise<InformationView | undefined> {
  const priced = lines.flatMap((line) => line.priced ?? []);
  const hasGoods = priced.some(({ product }) => product.soldAs === "goods");
  if (refused !== undefined || priced.length < lines.length || (hasGoods && chosen === undefined)) {
    return undefined;
  }
  return informationView(
    await informationOf(db, orderShown({ region, currency, lines: priced, chosen }, about)),
  );
}
