import {
  type Answer,
  type Answers,
  found,
  metadataIn,
  missing,
  ok,
  refused,
  type StandInRequest,
} from "./standInAnswer.ts";
import type { Books } from "./stripeBooks.ts";

/** Cards that are saved, and the customers they are saved for. */
export const CARD_ROUTES: readonly (readonly [RegExp, Answers])[] = [
  [/^GET \/v1\/payment_methods\/(\w+)$/, (books, _, id) => found(books.cards.get(id))],
  [/^POST \/v1\/payment_methods\/(\w+)\/detach$/, detach],
  [/^GET \/v1\/customers\/(\w+)$/, (books, _, id) => found(books.customers.get(id))],
  [/^DELETE \/v1\/customers\/(\w+)$/, removeCustomer],
];

/** A page where a card is given and nothing is paid. */
export function openCardPage(books: Books, { form }: StandInRequest): Answer {
  if (form.get("customer_creation") !== "always" || form.get("currency") === null) {
    return refused(400, { type: "invalid_request_error", code: "parameter_missing" });
  }
  const id = books.next("cs");
  const page = { id, object: "checkout.session", url: `https://checkout.example/${id}` } as const;
  const nothing = { payment_intent: null, customer: null, setup_intent: null };
  books.sessions.set(id, { ...page, ...nothing, metadata: metadataIn(form), isKept: true, status: "open" });
  return found(books.sessions.get(id));
}

function detach(books: Books, _: StandInRequest, id: string): Answer {
  const card = books.cards.get(id);
  if (card === undefined) {
    return missing();
  }
  if (card.customer === null) {
    return refused(400, { type: "invalid_request_error", param: "payment_method" });
  }
  card.customer = null;
  return ok(card);
}

function removeCustomer(books: Books, _: StandInRequest, id: string): Answer {
  const customer = books.customers.get(id);
  if (customer === undefined || customer.deleted) {
    return missing();
  }
  customer.deleted = true;
  return ok(customer);
}
