import {
  type Answer,
  type Answers,
  found,
  list,
  metadataIn,
  missing,
  ok,
  refused,
  type StandInRequest,
} from "./standInAnswer.ts";
import { type Books, decline, type Intent, type SavedCard, settle } from "./stripeBooks.ts";
import { CARD_ROUTES, openCardPage } from "./stripeCards.ts";
import { REPORT_ROUTES } from "./stripeReports.ts";

const ROUTES: readonly (readonly [RegExp, Answers])[] = [
  [/^POST \/v1\/payment_intents$/, createIntent],
  [/^GET \/v1\/payment_intents\/search$/, searchIntents],
  [/^GET \/v1\/payment_intents\/(\w+)$/, (books, _, id) => found(books.intents.get(id))],
  [/^POST \/v1\/payment_intents\/(\w+)\/capture$/, captureIntent],
  [/^POST \/v1\/payment_intents\/(\w+)\/cancel$/, cancelIntent],
  [/^POST \/v1\/checkout\/sessions$/, createSession],
  [/^GET \/v1\/checkout\/sessions\/(\w+)$/, (books, _, id) => found(books.sessions.get(id))],
  [/^POST \/v1\/refunds$/, createRefund],
  [/^GET \/v1\/refunds$/, listRefunds],
  [/^GET \/v1\/refunds\/(\w+)$/, (books, _, id) => found(books.refunds.get(id))],
  [/^GET \/v1\/disputes\/(\w+)$/, (books, _, id) => found(books.disputes.get(id))],
  ...CARD_ROUTES,
  ...REPORT_ROUTES,
];

/** What the stand-in does with a request. */
export function answerRequest(books: Books, request: StandInRequest): Answer {
  const line = `${request.method} ${request.path}`;
  for (const [pattern, answers] of ROUTES) {
    const match = pattern.exec(line);
    if (match !== null) {
      return answers(books, request, match[1] ?? "");
    }
  }
  return missing();
}

function newIntent(
  books: Books,
  form: Pick<Intent, "amount" | "currency" | "capture_method" | "metadata">,
): Intent {
  return {
    ...{ id: books.next("pi"), object: "payment_intent", status: "requires_confirmation", ...form },
    ...{ amount_received: 0, amount_capturable: 0, cancellation_reason: null, next_action: null },
    ...{ last_payment_error: null, latest_charge: null, payment_method: null, customer: null },
  };
}

/** What each card does. */
const CARDS: Readonly<Record<string, (books: Books, intent: Intent) => void>> = {
  pm_good: settle,
  pm_declined: (_, intent) => decline(intent, "insufficient_funds"),
  pm_processing: (_, intent) => {
    intent.status = "processing";
  },
  pm_secure: (_, intent) => {
    intent.status = "requires_action";
    const url = `https://bank.example/secure/${intent.id}`;
    intent.next_action = { type: "redirect_to_url", redirect_to_url: { url } };
  },
};

/** What a saved card does, asked by the customer whose it is, who is not there. */
function onSaved(saved: SavedCard, form: URLSearchParams): (typeof CARDS)[string] | undefined {
  const isTheirs = saved.customer !== null && saved.customer === form.get("customer");
  if (!isTheirs || form.get("off_session") !== "true") {
    return undefined;
  }
  const says = { good: undefined, declines: "insufficient_funds", asks: "authentication_required" }[
    saved.habit
  ];
  return says === undefined ? settle : (_, intent) => decline(intent, says);
}

function createIntent(books: Books, { form }: StandInRequest): Answer {
  const id = form.get("payment_method") ?? "";
  const saved = books.cards.get(id);
  const card = saved === undefined ? CARDS[id] : onSaved(saved, form);
  if (card === undefined) {
    return refused(400, { type: "invalid_request_error", code: "resource_missing", param: "payment_method" });
  }
  const intent = newIntent(books, {
    amount: Number(form.get("amount")),
    currency: form.get("currency") ?? "",
    capture_method: form.get("capture_method") ?? "automatic",
    metadata: metadataIn(form),
  });
  intent.payment_method = id;
  intent.customer = form.get("customer");
  books.intents.set(intent.id, intent);
  card(books, intent);
  const { last_payment_error: error } = intent;
  return error === null ? ok(intent) : refused(402, { type: "card_error", ...error, payment_intent: intent });
}

function searchIntents(books: Books, { query }: StandInRequest): Answer {
  const [, key] = /:"([^"]+)"$/.exec(query.get("query") ?? "") ?? [];
  return list([...books.intents.values()].filter(({ metadata }) => metadata.evermend_key === key));
}

function unexpected(intent: Intent): Answer {
  const code = "payment_intent_unexpected_state";
  return refused(400, { type: "invalid_request_error", code, payment_intent: intent });
}

function captureIntent(books: Books, { form }: StandInRequest, id: string): Answer {
  const intent = books.intents.get(id);
  if (intent === undefined) {
    return missing();
  }
  const amount = Number(form.get("amount_to_capture"));
  if (intent.status !== "requires_capture" || amount > intent.amount_capturable) {
    return unexpected(intent);
  }
  intent.status = "succeeded";
  intent.amount_received = amount;
  intent.amount_capturable = 0;
  books.moved.push(`capture ${id} ${amount}`);
  return ok(intent);
}

function cancelIntent(books: Books, { form }: StandInRequest, id: string): Answer {
  const intent = books.intents.get(id);
  if (intent === undefined) {
    return missing();
  }
  if (intent.status === "succeeded" || intent.status === "canceled") {
    return unexpected(intent);
  }
  intent.status = "canceled";
  intent.amount_capturable = 0;
  intent.cancellation_reason = form.get("cancellation_reason");
  return ok(intent);
}

function createSession(books: Books, request: StandInRequest): Answer {
  const { form } = request;
  if (form.get("mode") === "setup") {
    return openCardPage(books, request);
  }
  const id = books.next("cs");
  const intent = newIntent(books, {
    amount: Number(form.get("line_items[0][price_data][unit_amount]")),
    currency: form.get("line_items[0][price_data][currency]") ?? "",
    capture_method: form.get("payment_intent_data[capture_method]") ?? "automatic",
    metadata: metadataIn(form, "payment_intent_data[metadata]"),
  });
  const url = `https://checkout.example/${id}`;
  const session = { id, object: "checkout.session", url, intent, metadata: metadataIn(form) } as const;
  const isKept = form.get("customer_creation") === "always";
  const kept = { isKept, customer: null, setup_intent: null };
  books.sessions.set(id, { ...session, ...kept, status: "open", payment_intent: null });
  return found(books.sessions.get(id));
}

function createRefund(books: Books, { form }: StandInRequest): Answer {
  const paid = books.intents.get(form.get("payment_intent") ?? "");
  const amount = Number(form.get("amount"));
  const back = [...books.refunds.values()].filter(
    ({ payment_intent: of, status }) => of === paid?.id && status !== "failed",
  );
  const already = back.reduce((sum, refund) => sum + refund.amount, 0);
  if (paid === undefined || already + amount > paid.amount_received) {
    return refused(400, { type: "invalid_request_error", code: "charge_already_refunded" });
  }
  const id = books.next("re");
  const { currency } = paid;
  const metadata = metadataIn(form);
  const state = { status: books.refundsBegin, failure_reason: null };
  books.refunds.set(id, {
    id,
    object: "refund",
    payment_intent: paid.id,
    amount,
    currency,
    metadata,
    ...state,
  });
  books.moved.push(`refund ${metadata.evermend_key} ${amount}`);
  return found(books.refunds.get(id));
}

function listRefunds(books: Books, { query }: StandInRequest): Answer {
  const of = query.get("payment_intent");
  return list([...books.refunds.values()].filter(({ payment_intent: paid }) => paid === of));
}
