import type { Transaction } from "./stripeReports.ts";

/** A payment in the stand-in's books, in the form Stripe gives it. */
export interface Intent {
  readonly id: string;
  readonly object: "payment_intent";
  readonly amount: number;
  readonly currency: string;
  readonly capture_method: string;
  readonly metadata: Readonly<Record<string, string>>;
  status: string;
  amount_received: number;
  amount_capturable: number;
  cancellation_reason: string | null;
  next_action: object | null;
  last_payment_error: { readonly code: string; readonly decline_code: string } | null;
  latest_charge: object | null;
  payment_method: string | null;
  customer: string | null;
}

/** A card that is saved for a customer. */
export interface SavedCard {
  readonly id: string;
  readonly object: "payment_method";
  readonly type: "card";
  readonly card: {
    readonly brand: string;
    readonly last4: string;
    readonly exp_month: number;
    readonly exp_year: number;
  };
  /** What it does when it is charged while nobody is there. */
  readonly habit: "good" | "declines" | "asks";
  customer: string | null;
}

/** A page of the stand-in's where a payer pays. */
export interface Session {
  readonly id: string;
  readonly object: "checkout.session";
  readonly url: string | null;
  /** What is paid there; undefined for a page where a card is only given. */
  readonly intent?: Intent;
  readonly metadata: Readonly<Record<string, string>>;
  /** Whether its card is saved for later. */
  readonly isKept: boolean;
  status: string;
  payment_intent: string | null;
  customer: string | null;
  setup_intent: object | null;
}

/** Money on its way back. */
export interface Refund {
  readonly id: string;
  readonly object: "refund";
  readonly payment_intent: string;
  readonly amount: number;
  readonly currency: string;
  readonly metadata: Readonly<Record<string, string>>;
  status: string;
  failure_reason: string | null;
}

/** A card holder who does not agree. */
export interface Dispute {
  readonly id: string;
  readonly object: "dispute";
  readonly payment_intent: string;
  readonly amount: number;
  readonly currency: string;
  readonly reason: string;
  readonly created: number;
  readonly evidence_details: { readonly due_by: number };
  readonly balance_transactions: readonly { readonly fee: number }[];
  status: string;
}

/** Everything the stand-in knows, for tests to look at and to change as the world outside would. */
export interface Books {
  readonly intents: Map<string, Intent>;
  readonly sessions: Map<string, Session>;
  readonly refunds: Map<string, Refund>;
  readonly disputes: Map<string, Dispute>;
  readonly cards: Map<string, SavedCard>;
  readonly customers: Map<string, { readonly id: string; readonly object: "customer"; deleted: boolean }>;
  /** How the next refunds begin; a bank may take days, and may not take them at all. */
  refundsBegin: "succeeded" | "pending";
  /** What moved on our balance there, the newest first, as Stripe tells it. */
  readonly transactions: Transaction[];
  readonly keys: Map<string, { readonly said: string; readonly answer: { status: number; body: object } }>;
  /** What really moved, one line each: a thing paid twice stands here twice. */
  readonly moved: string[];
  next(prefix: string): string;
}

/** Empty books. */
export function openBooks(): Books {
  let count = 0;
  return {
    intents: new Map(),
    sessions: new Map(),
    refunds: new Map(),
    disputes: new Map(),
    cards: new Map(),
    customers: new Map(),
    transactions: [],
    refundsBegin: "succeeded",
    keys: new Map(),
    moved: [],
    next: (prefix) => {
      count += 1;
      return `${prefix}_${String(count).padStart(6, "0")}`;
    },
  };
}

/** How long a card keeps a hold here, from now on, in seconds since 1970. */
export const CAPTURE_BEFORE = 1_800_000_000;

/** The payer has said yes, or the card needs nobody to: money moves, or is held. */
export function settle(books: Books, intent: Intent): void {
  const { capture_method: capture, amount, id } = intent;
  const isHold = capture === "manual";
  intent.status = isHold ? "requires_capture" : "succeeded";
  intent.amount_received = isHold ? 0 : amount;
  intent.amount_capturable = isHold ? amount : 0;
  intent.next_action = null;
  intent.latest_charge = {
    id: books.next("ch"),
    object: "charge",
    payment_method_details: { type: "card", card: { capture_before: isHold ? CAPTURE_BEFORE : undefined } },
  };
  if (!isHold) {
    books.moved.push(`pay ${intent.metadata.evermend_key ?? id} ${amount}`);
  }
}

/** The payer, or their bank, has said no. */
export function decline(intent: Intent, reason: string): void {
  intent.status = "requires_payment_method";
  intent.next_action = null;
  intent.last_payment_error = { code: "card_declined", decline_code: reason };
}

/** A payer pays on the page, or closes it until it has expired. */
export function finishSession(books: Books, id: string, isPaid: boolean): void {
  const session = books.sessions.get(id);
  if (session === undefined || session.status !== "open") {
    throw new Error(`no open page ${id}`);
  }
  session.status = isPaid ? "complete" : "expired";
  const { intent } = session;
  if (isPaid && intent !== undefined) {
    session.payment_intent = intent.id;
    books.intents.set(intent.id, intent);
    if (session.isKept) {
      const { id, customer } = saveCard(books, {});
      intent.payment_method = id;
      intent.customer = customer;
    }
    settle(books, intent);
  }
}

/** Saves a card for a customer that is made for it. */
export function saveCard(
  books: Books,
  { habit = "good", ...card }: Partial<SavedCard["card"]> & { readonly habit?: SavedCard["habit"] },
): SavedCard {
  const customer = books.next("cus");
  books.customers.set(customer, { id: customer, object: "customer", deleted: false });
  const id = books.next("pm");
  const saved: SavedCard = {
    ...{ id, object: "payment_method", type: "card", habit, customer },
    card: { brand: "visa", last4: "4242", exp_month: 12, exp_year: 2030, ...card },
  };
  books.cards.set(id, saved);
  return saved;
}

/** The holder of a card gives it on the page, and their bank agrees. */
export function giveCard(books: Books, id: string, card: Parameters<typeof saveCard>[1]): SavedCard {
  const session = books.sessions.get(id);
  if (session?.status !== "open") {
    throw new Error(`no open page ${id}`);
  }
  const saved = saveCard(books, card);
  session.status = "complete";
  session.customer = saved.customer;
  session.setup_intent = { id: books.next("seti"), object: "setup_intent", payment_method: saved };
  return saved;
}
