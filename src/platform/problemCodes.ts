/** What each problem's code means and what to do about it: the reference of the API lists them. */
const MEANINGS = {
  answer_shown_once: "This key made something whose secret was shown then. Make a new key for another one.",
  bad_request: "A field is missing, unknown or not of its form. Each fault is listed with its pointer.",
  busy: "Too much is going on. Nothing was changed; wait as Retry-After says and send it again.",
  code_not_valid: "A sign-in code is wrong, used or too old. Ask for a new one.",
  content_type_not_read: "Send JSON, and say so in Content-Type.",
  database_away: "The database does not answer. Send it again with the same key: nothing is done twice.",
  foreign_form: "A form was sent that was not rendered for this browser. Load the page and send it again.",
  foreign_origin:
    "A session was used from another site's page. Send it from a page of ours, or use an API key.",
  idempotency_key_in_flight:
    "The first request with this key is still being worked on. Send it again in a moment.",
  idempotency_key_missing: "Every POST takes an Idempotency-Key: a new one for each new request.",
  idempotency_key_reused: "This key belongs to another request. Make a new one for a new request.",
  internal: "A fault of ours. Nothing was changed. Tell us the requestId.",
  jobs_late: "The workers of this server do not keep up. Its operator finds the reason in the log.",
  key_not_valid: "This API key is unknown, revoked or expired.",
  link_ended:
    "Links work for a time. Sign in with the address its mail came to, or use the link of a newer mail.",
  link_not_valid: "This link is not one of ours. Open it from the mail again.",
  no_room:
    "The disk is nearly full. What is there can be read; nothing new is sold until its operator makes room.",
  no_such_path: "Nothing is served there. The calls are listed on this page.",
  not_found: "It is not there, or not yours to see: both read the same.",
  not_permitted: "Your role may not do this.",
  not_signed_in: "Sign in, or send an API key as a bearer token.",
  passkey_not_valid: "The passkey could not be checked. Try again, or sign in by a code.",
  signature_not_valid:
    "The message is not signed by the provider it says it is of, or it is too old. Nothing was changed.",
  sign_in_again: "This needs a sign-in of the last 15 minutes. Sign in again, then send it again.",
  too_large: "A request has at most one megabyte.",
  too_many_tries: "That was tried too often. Wait as Retry-After says.",
} as const;

/** A code that a broken call, or a service that cannot answer, is told by. */
export type ProblemCode = keyof typeof MEANINGS;

/** Every problem code with its meaning. */
export const problemCodes: Readonly<Record<ProblemCode, string>> = MEANINGS;
