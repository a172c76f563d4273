/** Pieces by the shop's number of a line. */
export type Pieces = Readonly<Record<string, number>>;

/** A line of a shop's order: what it sold, as it numbers it, edits of the order already out of it. */
export interface ShopLine {
  readonly line: string;
  readonly sku: string;
  readonly pieces: number;
}

/** An order that was paid there. `refunds` are those it names itself, by their number. */
export interface PaidTold {
  readonly kind: "paid";
  readonly shopOrder: string;
  readonly updatedAt: string;
  readonly customer: { readonly name: string; readonly email: string } | null;
  /** Where its customer is, where it says so. */
  readonly country?: string;
  readonly lines: readonly ShopLine[];
  readonly refunds: Readonly<Record<string, Pieces>>;
}

/** Lines that were paid back there. */
export interface RefundTold {
  readonly kind: "refund";
  readonly shopOrder: string;
  readonly refund: string;
  readonly pieces: Pieces;
}

/** What a message of a shop's tells us, and nothing else that was in it. */
export type ShopTold = PaidTold | RefundTold;

/**
 * The JSON of a message; undefined for none. A number too large to be exact is its own text: ids are. Pure.
 */
export function parseMessage(text: string): unknown {
  try {
    const exact = (_: string, value: unknown, context?: { readonly source?: string }): unknown =>
      typeof value === "number" && !Number.isSafeInteger(value) && /^\d+$/.test(context?.source ?? "")
        ? context?.source
        : value;
    return JSON.parse(text, exact) as unknown;
  } catch {
    return undefined;
  }
}

/** The topics that are our business, as Shopify names them. */
export const PAID = "orders/paid";
export const REFUNDED = "refunds/create";

/**
 * What a message tells; undefined for one that is not how its topic is written. Everything in it that we have
 * no use for is left behind. Pure.
 */
export function readShopMessage(topic: string, body: unknown): ShopTold | undefined {
  const told = recordOf(body);
  return topic === PAID ? readPaid(told) : readRefund(told);
}

function readPaid(told: Fields): PaidTold | undefined {
  const shopOrder = idOf(told.id);
  const refunds = readRefunds(told.refunds);
  const lines = listOf(told.line_items).map((item) => readLine(recordOf(item), refunds));
  if (shopOrder === undefined || lines.length === 0 || lines.includes(undefined)) {
    return undefined;
  }
  return {
    kind: "paid",
    shopOrder,
    updatedAt: instantOf(told.updated_at ?? told.created_at),
    customer: readCustomer(told),
    ...readCountry(told),
    lines: lines as ShopLine[],
    refunds,
  };
}

/** What was edited out of a line is neither in it now nor paid back by a refund the order names. */
function readLine(item: Fields, refunds: PaidTold["refunds"]): ShopLine | undefined {
  const line = idOf(item.id);
  const { quantity, current_quantity: current } = item;
  if (line === undefined || !isCount(quantity)) {
    return undefined;
  }
  const paidBack = Object.values(refunds).reduce((sum, pieces) => sum + (pieces[line] ?? 0), 0);
  const left = isCount(current) ? Math.min(quantity, current + paidBack) : quantity;
  return { line, sku: textOf(item.sku), pieces: left };
}

function readRefunds(list: unknown): Record<string, Pieces> {
  const read = listOf(list).flatMap((one) => {
    const refund = recordOf(one);
    const id = idOf(refund.id);
    return id === undefined ? [] : [[id, readPieces(refund)] as const];
  });
  return Object.fromEntries(read);
}

function readRefund(told: Fields): RefundTold | undefined {
  const [shopOrder, refund] = [idOf(told.order_id), idOf(told.id)];
  return shopOrder === undefined || refund === undefined
    ? undefined
    : { kind: "refund", shopOrder, refund, pieces: readPieces(told) };
}

function readPieces(refund: Fields): Pieces {
  const pieces: Record<string, number> = {};
  for (const one of listOf(refund.refund_line_items)) {
    const { line_item_id: id, quantity } = recordOf(one);
    const line = idOf(id);
    if (line !== undefined && isCount(quantity)) {
      pieces[line] = (pieces[line] ?? 0) + quantity;
    }
  }
  return pieces;
}

function readCustomer(told: Fields): PaidTold["customer"] {
  const customer = recordOf(told.customer);
  const email = textOf(told.email) || textOf(told.contact_email) || textOf(customer.email);
  const name = [customer.first_name, customer.last_name].map(textOf).filter(Boolean).join(" ");
  const isAddress = /^[^\s@\p{Cc}\ufffd]{1,64}@[^\s@\p{Cc}\ufffd]{1,189}$/u.test(email);
  return isAddress
    ? {
        email,
        name: oneLine(name || email)
          .slice(0, 200)
          .toWellFormed(),
      }
    : null;
}

/** Where it is sent, else who it is billed to, else where its customer is at home. */
function readCountry(told: Fields): Pick<PaidTold, "country"> {
  const home = recordOf(told.customer).default_address;
  const places = [told.shipping_address, told.billing_address, home].map((place) =>
    textOf(recordOf(place).country_code),
  );
  const country = places.find((code) => /^[A-Z]{2}$/.test(code));
  return country === undefined ? {} : { country };
}

type Fields = Readonly<Record<string, unknown>>;

function recordOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

/** More lines than any cart has are no order. */
function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 1_000) : [];
}

/**
 * In UTC, so that tellings of both sides of a change of clocks are in order; an old one where it says
 * none.
 */
function instantOf(value: unknown): string {
  const text = textOf(value);
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text);
  try {
    return isInstant ? Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 }) : "";
  } catch {
    return "";
  }
}

/** Shopify's numbers are larger than 32 bits, and some of them are sent as text. */
function idOf(value: unknown): string | undefined {
  const text = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
  return typeof text === "string" && /^[A-Za-z0-9_/:.-]{1,80}$/.test(text) ? text : undefined;
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100_000;
}

/** As the database can keep it: what it cannot, also half of a character that was cut in two, is marked. */
function textOf(value: unknown): string {
  return typeof value === "string"
    ? value.trim().slice(0, 254).replaceAll("\u0000", "\ufffd").toWellFormed()
    : "";
}

function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, " ").trim();
}
