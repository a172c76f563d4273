/** A fault: the code it must be found by, the clause, what is replaced and by what. */
export type Fault = readonly [code: string, clause: string | undefined, before: string, after: string];

/** Faults of the first sample that show as soon as it is read. */
export const faults: readonly Fault[] = [
  ["front_matter_key", undefined, "language: en\n", "language: en\ncolour: red\n"],
  ["zone_unknown", undefined, "Asia/Tokyo", "Asia/Tokio"],
  ["currency_unknown", undefined, "currencies: [NOK]", "currencies: [NKO]"],
  ["country_unknown", undefined, "countries: [NO]", "countries: [NX]"],
  ["date_invalid", undefined, "from: 2026-01-01,", "from: 2026-02-30,"],
  ["key_twice", "activate.aircraft", "window: 48 hours\n", "window: 48 hours\nwindow: 49 hours\n"],
  ["duration_invalid", "renew.plus", "cap: 3 years", "cap: 30 days"],
  ["unit_unknown", "activate.handheld", "window: 30 days", "window: 30 moons"],
  ["kind_unknown", "transfer.none", "kind: transfer", "kind: transfers"],
  [
    "field_unknown",
    "excl.lost",
    "applies-to: [plan, warranty]\nwhen: { incident.lost",
    "colour: red\napplies-to: [plan, warranty]\nwhen: { incident.lost",
  ],
  [
    "field_missing",
    "excl.intentional",
    "applies-to: [plan]\nwhen: { incident.intentional: yes }",
    "applies-to: [plan]",
  ],
  ["fact_unknown", "excl.modified", "when: { device.modified: yes }", "when: { device.modfied: yes }"],
  ["value_unknown", "cover.cause", "[collision, drop, water, wear]", "[collision, drop, water, ware]"],
  ["test_unfit", "offer.model", "device.model: in models of code.product", "device.model: at least 3"],
  [
    "table_unknown",
    "limit.count",
    "grants: replacements of plan.product",
    "grants: replacemnts of plan.product",
  ],
  ["clause_unknown", "excl.cosmetic.water", "of: excl.cosmetic\n", "of: excl.cosmetics\n"],
  [
    "clause_twice",
    "activate.new",
    "### 2.2 Aircraft {#activate.aircraft}",
    "### 2.2 Aircraft {#activate.new}",
  ],
  ["clause_id_invalid", undefined, "{#refund.device}", "{#Refund Device}"],
  ["html_in_text", "transfer.none", "The plan is not transferable.", "The plan is <b>not</b> transferable."],
  [
    "image_in_text",
    "refund.device",
    "A plan is given back with its device.",
    "![A plan](plan.png) goes back.",
  ],
  [
    "mark_misplaced",
    "transfer.none",
    "\nSource: made for the tests.\n\n```terms\nkind: transfer",
    "\n**Source:** made for the tests.\n\n```terms\nkind: transfer",
  ],
  ["cell_empty", "fee.table", "| 119 |", "|  |"],
  ["amount_decimals", "fee.table", "5990", "59.90"],
  ["amount_invalid", "fee.table", "| 29.90 |", "| 29,90 |"],
  ["row_twice", "def.models", "| clip-4 | clip |\n", "| clip-4 | clip |\n| clip-4 | clip |\n"],
  ["row_length", "def.series", "| lens | gimbal | gimbal, camera |", "| lens | gimbal |"],
  ["figure_unknown", "report.time", "within {{within}} of the accident", "within {{withn}} of the accident"],
  ["figure_written_out", "parts.return", "within {{within}} of the claim", "within 14 days of the claim"],
  [
    "rule_twice",
    "note.goodwill",
    "We try to help.\n",
    "We try to help.\n\n```terms\nkind: note\nnot-coded: first\n```\n",
  ],
  [
    "rule_missing",
    "renew.none",
    "## 7 Examples",
    "### 6.6 Nothing {#renew.none}\n\nText.\nSource: x.\n\n## 7 Examples",
  ],
  ["yaml_invalid", "warranty.longer", "by: extends of plan.product", "by: [extends of plan.product"],
  ["yaml_alias", "route.paid", "when: otherwise", "when: &all otherwise"],
  [
    "fence_unknown",
    "def.plans",
    "| care-plus | 12 months | 1 | 1 year | all |\n",
    "| care-plus | 12 months | 1 | 1 year | all |\n\n```js\n1\n```\n",
  ],
  ["base_unknown", undefined, "from: clip-case", "from: clip-cases"],
  [
    "source_missing",
    "term.length",
    "1.3.\nSource: made for the tests.\n\n```terms\nkind: period",
    "1.3.\n\n```terms\nkind: period",
  ],
  [
    "open_question",
    "route.warranty",
    "A defect in the warranty is repaired free of charge.\n",
    "A defect in the warranty is repaired free of charge.\nOPEN: and who pays the parcel?\n",
  ],
  ["window_empty", "activate.video", "window: 72 hours", "window: 0 hours"],
  ["benefit_unknown", "route.plan", "uses: replacement", "uses: replacements"],
];

/** Faults that only show in a document that is otherwise sound. */
export const wholeFaults: readonly Fault[] = [
  [
    "windows_overlap",
    "activate.handheld",
    "when: { device.group: [handheld, gimbal] }",
    "when: { device.group: [handheld, aircraft] }",
  ],
  ["route_hole", "route.paid", "when: otherwise", "when: { incident.cause: wear }"],
  ["fee_missing", "fee.table", "not-listed: incomplete\n", ""],
  ["fee_beyond_limit", "fee.table", "| 6990 | none |", "| 6990 | 7990 |"],
  [
    "exclusion_swallows",
    "excl.intentional",
    "incident.intentional: yes }",
    "incident.cause: [collision, drop, water, wear] }",
  ],
  [
    "clauses_contradict",
    "proof.log",
    "kind: evidence\ndecision: coverage\nshows: the flight log\n" +
      "for: { incident.cause: collision, device.group: aircraft }\n" +
      "when: { incident.flightLog: [cloud, file] }",
    "kind: require\ndecision: coverage\nwhen: { incident.cause: defect }",
  ],
  [
    "clause_dead",
    "excl.lost",
    "applies-to: [plan, warranty]\nwhen: { incident.lost",
    "applies-to: [goodwill]\nwhen: { incident.lost",
  ],
  ["period_missing", "term.length", "| care-2y | 2 years |", "| care-2y | none |"],
];

/** Faults of the stretched sample, which has the kinds and fields that the first leaves out. */
export const stretchedFaults: readonly Fault[] = [
  ["value_unknown", "activate.time", "roll: next-working-day", "roll: next-monday"],
  ["unit_unknown", "activate.time", "window: 10 working days", "window: 10 working hours"],
  ["value_unknown", "limit.battery", "per: contract-year", "per: moon"],
  ["value_unknown", "limit.battery", "carry: next", "carry: all"],
  ["value_unknown", "limit.battery", "grants: 1\n", "grants: some\n"],
  ["fact_unknown", "term.alone", "plan.startsAt and device.shippedAt", "plan.startsAt and device.shiped"],
  ["benefit_unknown", "limit.flyaway", "sub-limit-of: replacement", "sub-limit-of: replacements"],
  ["value_unknown", "limit.amount", "balance: plan.balance", "balance: plan.product"],
  ["value_unknown", "route.amount", "deducts: incident.assessedDamage", "deducts: incident.cause"],
  ["value_unknown", "fee.repair", "share: 85 % of claim.quote", "share: 185 % of claim.quote"],
  ["amount_decimals", "fee.repair", "at-least: 20.00 USD", "at-least: 20.001 USD"],
  ["value_unknown", "refund.later", "formula: pro-rata", "formula: half"],
  ["value_unknown", "refund.later", "and 10 % of pro-rata", "and very little"],
  ["value_unknown", "refund.later", "10 % per month after 45 days", "10 % per month"],
  ["currency_stranger", "refund.later", "25.00 USD", "25.00 CHF"],
  ["value_unknown", "transfer.once", "to: holder", "to: nobody"],
  ["field_missing", "transfer.once", "of: transfer.requestedAt\n", ""],
  ["field_missing", "hold.card", "of: claim.heldAt\n", ""],
  ["value_unknown", "hold.card", "capture-when: [late, mismatch]", "capture-when: [late, lost]"],
  ["duration_invalid", "return.core", "remind: 3 days", "remind: three"],
  ["field_missing", "route.law", "law: consumer sales\n", ""],
  ["value_unknown", "review.signals", "curable: review", "curable: maybe"],
  ["sub_limit_above", "limit.flyaway", "| care-1y | 12 months | 2 | 1 |", "| care-1y | 12 months | 2 | 3 |"],
  ["benefit_idle", "limit.flyaway", "uses: flyaway\n", "uses: replacement\n"],
  ["periods_overlap", "term.shared", "when: { plan.pooled: yes }", "when: { plan.billing: term }"],
  [
    "hold_endless",
    "hold.card",
    "Within {{within}} of the shipment.\nSource: made for the tests.\n\n" +
      "```terms\nkind: return\nparts: parts of device.series\n" +
      "within: 14 days\nof: claim.shippedAt\nremind: 3 days\n",
    "After the shipment.\nSource: made for the tests.\n\n" +
      "```terms\nkind: return\nparts: parts of device.series\n",
  ],
  ["hold_ends_early", "hold.card", "lasts: 3 weeks", "lasts: 7 days"],
  ["window_always_open", "activate.new", "when: { device.activatedAt: never }\n", ""],
  [
    "exception_swallows",
    "excl.lost.flyaway",
    "of: excl.lost\nwhen: { incident.cause: flyaway }",
    "of: excl.lost\nwhen: { incident.lost: not none }",
  ],
  [
    "clause_dead",
    "excl.lost.flyaway",
    "of: excl.lost\nwhen: { incident.cause: flyaway }",
    "of: excl.lost\nwhen: { incident.lost: none }",
  ],
  ["clause_dead", "renew.again", "cap: 36 months", "cap: 12 months"],
  ["window_empty", "renew.again", "remind-from: 45 days", "remind-from: 10 days"],
];
