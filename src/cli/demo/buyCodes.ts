import { payOrder, placeOrder, showOrder } from "../../commerce/index.ts";
import { printMoney } from "../../terms/index.ts";
import { type Play, tell } from "./play.ts";
import type { Speaker } from "./speaker.ts";

/** Who orders, and what. */
export interface Purchase {
  readonly buyer: Speaker;
  readonly name: string;
  readonly email: string;
  readonly country: string;
  readonly skus: readonly string[];
}

/**
 * Orders codes and pays for them; they are delivered as soon as the money is there. Answers with the
 * order's id.
 */
export async function buyCodes(play: Play, purchase: Purchase): Promise<string> {
  const { buyer, name, email, country, skus } = purchase;
  const { id, lines, totals } = await buyer.tell(placeOrder, {
    lines: skus.map((sku) => ({ sku, quantity: 1 })),
    buyer: { email, name, country },
    delivery: { option: "email" },
  });
  const { amount, currency } = totals.gross;
  tell(
    play,
    name,
    `orders ${lines.map((line) => line.name).join(" and ")}: ${printMoney(amount, currency)}.`,
  );
  const charge = await buyer.tell(payOrder, { id, method: "test_success" });
  tell(play, "bank", `${charge.state} ${printMoney(charge.amount.amount, charge.amount.currency)}.`);
  // What follows a payment is done by jobs; a clock that is told the time it shows lets them finish.
  await play.stage.waitUntil(play.stage.now());
  const { state, codes } = await buyer.ask(showOrder, { id });
  tell(play, "shop", `order ${state}: ${codes.map(({ sku, last4 }) => `${sku} ···· ${last4}`).join(", ")}.`);
  return id;
}

/** The codes in a mail's text, as people read them: in groups of four. */
export function codesIn(text: string): readonly string[] {
  return text.match(/\b[0-9A-Z]{4}(?:[ -][0-9A-Z]{4}){6}\b/g) ?? [];
}
