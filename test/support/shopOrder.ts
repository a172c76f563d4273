import type { Page } from "playwright-core";
import type { ownerPages, ReadPage } from "./ownerPages.ts";

/** Who buys, and how many. */
export interface ShopBuyer {
  readonly name: string;
  readonly email: string;
  readonly country: string;
  readonly quantity?: string;
}

type Pages = Pick<ReturnType<typeof ownerPages>, "send">;

/** Puts a product in the cart and answers the checkout to its end. Answers where the order is paid. */
export async function orderByPages(pages: Pages, sku: string, buyer: ShopBuyer): Promise<string> {
  const { location = "" } = await sendOrder(pages, sku, buyer);
  return location;
}

/** What the last page of the checkout says to the order: where it is paid, or why it is not placed. */
export async function sendOrder(pages: Pages, sku: string, buyer: ShopBuyer): Promise<ReadPage> {
  await answerByPages(pages, sku, buyer);
  return await pages.send("/checkout/check", { withdrawal: "yes" });
}

/** The same up to the last page, which is not sent. */
export async function answerByPages(pages: Pages, sku: string, buyer: ShopBuyer): Promise<void> {
  const { name, email, country, quantity = "1" } = buyer;
  await pages.send(`/shop/${sku}`, { quantity, next: "cart" });
  await pages.send("/checkout", { kind: "person" });
  await pages.send("/checkout/country", { country });
  await pages.send("/checkout/who", { name, email });
}

interface InFrontOf {
  readonly page: Page;
  press(name: string | RegExp): Promise<void>;
}

/** The same in a browser; the page that asks how to pay is open afterwards. */
export async function orderInShop({ page, press }: InFrontOf, sku: string, buyer: ShopBuyer): Promise<void> {
  await page.goto(`/shop/${sku}`);
  await page.fill("#quantity", buyer.quantity ?? "1");
  await press("Put in the cart");
  await page.getByRole("main").getByRole("link", { name: "Go to checkout" }).click();
  await answerCheckout({ page, press }, buyer);
}

/**
 * Answers the checkout of a cart without goods as a person, and orders. What an order before it has answered
 * is not asked again; this buyer may be another.
 */
export async function answerCheckout({ page, press }: InFrontOf, buyer: ShopBuyer): Promise<void> {
  await page.check("#kind");
  await press("Continue");
  await page.goto("/checkout/country");
  await page.selectOption("#country", buyer.country);
  await press("Continue");
  await page.goto("/checkout/who");
  await page.fill("#name", buyer.name);
  await page.fill("#email", buyer.email);
  await press("Continue");
  await page.check("#withdrawal");
  await press(/^Order and pay/);
}
