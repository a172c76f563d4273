import type {} from "@fastify/cookie";
import type { Money } from "../words/formatMoney.ts";
import type { Visit } from "./visit.ts";

/** A line as its buyer put it in, with the price of one piece that was seen then. */
export type CartLine = {
  readonly sku: string;
  readonly quantity: number;
  readonly seen?: Money | undefined;
};

/** What is kept in the browser. Prices are asked for anew: what stands here makes nothing cheaper. */
export type Cart = {
  /** Where its buyer said to live. */
  readonly country?: string | undefined;
  readonly lines: readonly CartLine[];
};

/** As many lines as an order may have. */
export const MOST_LINES = 15;
export const MOST_PIECES = 1_000;

const keptSeconds = 30 * 24 * 60 * 60;
const lineForm = /^([A-Za-z0-9._-]{1,60})~(\d{1,4})(?:~(\d{1,12})~([A-Z]{3}))?$/;
const countryForm = /^[A-Z]{2}$/;

/** Reads a cart; what is no line of ours is left out, and the first line of a SKU counts. */
export function readCart(text: string): Cart {
  const [country = "", ...rest] = text.split("!");
  const read = rest.flatMap((part): CartLine[] => {
    const [, sku = "", count = "", amount, currency] = lineForm.exec(part) ?? [];
    const quantity = Number(count);
    const seen =
      amount === undefined || currency === undefined ? undefined : { amount: Number(amount), currency };
    return sku === "" || quantity < 1 || quantity > MOST_PIECES ? [] : [{ sku, quantity, seen }];
  });
  const lines = read.filter(({ sku }, index) => read.findIndex((other) => other.sku === sku) === index);
  return { country: countryForm.test(country) ? country : undefined, lines: lines.slice(0, MOST_LINES) };
}

/** A cart as it is kept: `EE!U-3889316~40~4425~EUR`. */
export function writeCart({ country = "", lines }: Cart): string {
  const written = lines.map(({ sku, quantity, seen }) =>
    [sku, quantity, ...(seen === undefined ? [] : [seen.amount, seen.currency])].join("~"),
  );
  return [country, ...written].join("!");
}

/** The cart with this line as it is now; none of it takes the line out. */
export function withLine({ lines, ...cart }: Cart, line: CartLine): Cart {
  const others = lines.filter(({ sku }) => sku !== line.sku);
  if (line.quantity < 1) {
    return { ...cart, lines: others };
  }
  const place = lines.findIndex(({ sku }) => sku === line.sku);
  return { ...cart, lines: place < 0 ? [...lines, line] : lines.with(place, line) };
}

/**
 * The cart with so many more of a product, up to what a line may have. What one of it costs then is seen
 * where `seen` says so, else on the page that follows.
 */
export function withMore(cart: Cart, { sku, quantity, seen }: CartLine): Cart {
  return withLine(cart, { sku, quantity: Math.min(piecesOf(cart, sku) + quantity, MOST_PIECES), seen });
}

/** How many pieces of a product are in the cart. */
export function piecesOf({ lines }: Cart, sku: string): number {
  return lines.find((line) => line.sku === sku)?.quantity ?? 0;
}

/** The cart a visit carries. */
export function cartOf({ request, platform }: Pick<Visit, "request" | "platform">): Cart {
  return readCart(request.cookies[cookieName(platform.config.publicUrl)] ?? "");
}

/** Keeps a cart in the browser that asks, or takes it away when nothing is in it. */
export function keepCart({ cookies, platform }: Visit, cart: Cart): void {
  const { publicUrl } = platform.config;
  const text = writeCart(cart);
  const age = text === "" ? 0 : keptSeconds;
  const secure = publicUrl.startsWith("https:") ? "; Secure" : "";
  cookies.push(`${cookieName(publicUrl)}=${text}; Max-Age=${age}; Path=/; HttpOnly; SameSite=Lax${secure}`);
}

function cookieName(publicUrl: string): string {
  return publicUrl.startsWith("https:") ? "__Host-evermend_cart" : "evermend_cart";
}
