/** The reference of the API. */
export const reference = {
  title: "API reference",
  lede: "Everything the programme can do, over HTTP. Ask with an API key: Authorization: Bearer evk_…",
  machine: "The same for machines: /openapi.json",
  first: "Three first calls",
  routes: "Calls",
  route: "Call",
  does: "What it does",
  refusals: "Refusals",
  problems: "Broken calls and outages",
  problemsLede: "What else the code of an answer can be, outside of refusals.",
  refusalsLede:
    "A command the business says no to changes nothing. It answers 409 with a code, a sentence and a way on.",
  code: "Code",
  says: "What it says, and what to do",
  rules: "Rules for every call",
  ruleList: [
    "Each POST carries an Idempotency-Key. The same key again gives the same answer and does nothing twice.",
    "Lists answer { data, nextCursor }. Ask for the next page with ?after= and that cursor.",
    "Money is { amount, currency } in minor units: 11900 PLN is 119.00 zl.",
    "A broken call answers a problem document that names each field with a JSON pointer.",
    "Where a call allows it, ?dryRun=true decides, answers and keeps nothing.",
  ],
};
