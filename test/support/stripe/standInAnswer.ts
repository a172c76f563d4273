import type { Books } from "./stripeBooks.ts";

/** A request as it came. */
export interface StandInRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly key: string | undefined;
}

/** What is answered. */
export interface Answer {
  readonly status: number;
  readonly body: object;
}

/** How one route answers. */
export type Answers = (books: Books, request: StandInRequest, id: string) => Answer;

/** Done. */
export const ok = (body: object): Answer => ({ status: 200, body });
/** All of it on one page. */
export const list = (data: readonly object[]): Answer =>
  ok({ object: "list", data, has_more: false, url: "/v1" });

/** Refused, in the form of an error of Stripe's. */
export function refused(status: number, error: object): Answer {
  return { status, body: { error: { message: "Refused.", ...error } } };
}

/** There is no such thing. */
export const missing = () => refused(404, { type: "invalid_request_error", code: "resource_missing" });

/** The thing, where there is one. */
export function found(thing: object | undefined): Answer {
  return thing === undefined ? missing() : ok(thing);
}

/** Our key in what was sent. */
export function metadataIn(form: URLSearchParams, before = "metadata"): Record<string, string> {
  const name = `${before}[evermend_key]`;
  return { evermend_key: form.get(name) ?? "" };
}
