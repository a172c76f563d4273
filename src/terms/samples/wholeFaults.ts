import type { Fault } from "./faults.ts";

/** Faults of the first sample that only show in a document that is otherwise sound. */
export const wholeFaults: readonly Fault[] = [
  [
    "windows_overlap",
    "activate.handheld",
    "when: { device.group: [handheld, gimbal] }\nfrom: device.activatedAt\nwindow: 30 days",
    "when: { device.group: [handheld, aircraft] }\nfrom: device.activatedAt\nwindow: ‸30 days",
  ],
  ["route_hole", "route.paid", "when: otherwise", "when: ‸{ incident.cause: wear }"],
  ["fee_missing", "fee.table", "not-listed: incomplete\n```\n\n| model", "```\n\n‸| model"],
  ["fee_beyond_limit", "fee.table", "| 6990 | none |", "| 6990 | ‸7990 |"],
  [
    "exclusion_swallows",
    "excl.intentional",
    "when: { incident.intentional: yes }",
    "when: ‸{ incident.cause: [collision, drop, water, wear] }",
  ],
  [
    "clauses_contradict",
    "proof.log",
    "kind: evidence\ndecision: coverage\nshows: the flight log\nfor: { incident.cause: " +
      "collision, device.group: aircraft }\nwhen: { incident.flightLog: [cloud, file] }",
    "kind: require\ndecision: coverage\nwhen: ‸{ incident.cause: defect }",
  ],
  [
    "clause_dead",
    "excl.lost",
    "applies-to: [plan, warranty]\nwhen: { incident.lost",
    "applies-to: ‸[goodwill]\nwhen: { incident.lost",
  ],
  ["period_missing", "term.length", "| care-2y | 2 years |", "| care-2y | ‸none |"],
  [
    "clause_dead",
    "excl.lost",
    "when: { incident.lost: [partial, total] }",
    "when:\n  all: [{ incident.lost: partial }, { ‸incident.lost: total }]",
  ],
  [
    "clause_dead",
    "renew.plus",
    "plan.uses: fewer than replacements of plan.product }",
    "all: [{ plan.uses: fewer than 2 }, { ‸plan.uses: at least 3 }] }",
  ],
  ["capture_without_hold", "parts.return", "partial: hold", "partial: ‸capture"],
];

/** Faults of the stretched sample, which has the kinds and fields that the first leaves out. */
export const stretchedFaults: readonly Fault[] = [
  ["value_unknown", "activate.time", "roll: next-working-day", "roll: ‸next-monday"],
  ["unit_unknown", "activate.time", "window: 10 working days", "window: ‸10 working hours"],
  ["value_unknown", "limit.battery", "per: contract-year", "per: ‸moon"],
  ["value_unknown", "limit.battery", "carry: next", "carry: ‸all"],
  ["value_unknown", "limit.battery", "grants: 1\n", "grants: ‸some\n"],
  [
    "fact_unknown",
    "term.alone",
    "from: later of plan.startsAt and device.shippedAt",
    "from: ‸later of plan.startsAt and device.shiped",
  ],
  ["benefit_unknown", "limit.flyaway", "sub-limit-of: replacement", "sub-limit-of: ‸replacements"],
  ["value_unknown", "limit.amount", "balance: plan.balance", "balance: ‸plan.product"],
  ["value_unknown", "route.amount", "deducts: incident.assessedDamage", "deducts: ‸incident.cause"],
  ["value_unknown", "fee.repair", "share: 85 % of claim.quote", "share: ‸185 % of claim.quote"],
  ["amount_decimals", "fee.repair", "at-least: 20.00 USD", "at-least: ‸20.001 USD"],
  ["value_unknown", "refund.later", "formula: pro-rata", "formula: ‸half"],
  [
    "value_unknown",
    "refund.later",
    "fee: least of 25.00 USD and 10 % of pro-rata",
    "fee: ‸least of 25.00 USD and very little",
  ],
  ["value_unknown", "refund.later", "10 % per month after 45 days", "‸10 % per month"],
  ["currency_stranger", "refund.later", "fee: least of 25.00 USD", "fee: ‸least of 25.00 CHF"],
  ["value_unknown", "transfer.once", "to: holder", "to: ‸nobody"],
  ["field_missing", "transfer.once", "within: 30 days\nof: transfer.requestedAt\n", "‸within: 30 days\n"],
  ["field_missing", "hold.card", "lasts: 3 weeks\nof: claim.heldAt\n", "‸lasts: 3 weeks\n"],
  ["value_unknown", "hold.card", "capture-when: [late, mismatch]", "capture-when: [late, ‸lost]"],
  ["duration_invalid", "return.core", "remind: 3 days", "remind: ‸three"],
  ["field_missing", "route.law", "kind: statute\nlaw: consumer sales\n", "‸kind: statute\n"],
  ["value_unknown", "review.signals", "curable: review", "curable: ‸maybe"],
  ["sub_limit_above", "limit.flyaway", "| care-1y | 12 months | 2 | 1 |", "| care-1y | 12 months | 2 | ‸3 |"],
  ["benefit_idle", "limit.flyaway", "uses: flyaway\n", "uses: replacement\n", "benefit: ‸flyaway\n"],
  ["periods_overlap", "term.shared", "when: { plan.pooled: yes }", "when: ‸{ plan.billing: term }"],
  [
    "hold_endless",
    "hold.card",
    "Within {{within}} of the shipment.\nSource: made for the tests.\n\n```terms\nkind: " +
      "return\nparts: parts of device.series\nwithin: 14 days\nof: claim.shippedAt\nremind: 3 " +
      "days\n",
    "After the shipment.\nSource: made for the tests.\n\n```terms\nkind: return\nparts: parts " +
      "of device.series\n",
    "capture-when: [‸late, mismatch]",
  ],
  ["hold_ends_early", "hold.card", "lasts: 3 weeks", "lasts: ‸7 days"],
  [
    "window_always_open",
    "activate.new",
    "kind: window\ndecision: [offer, activation]\nwhen: { device.activatedAt: never }\n",
    "‸kind: window\ndecision: [offer, activation]\n",
  ],
  [
    "exception_swallows",
    "excl.lost.flyaway",
    "of: excl.lost\nwhen: { incident.cause: flyaway }",
    "of: excl.lost\nwhen: ‸{ incident.lost: not none }",
  ],
  [
    "clause_dead",
    "excl.lost.flyaway",
    "of: excl.lost\nwhen: { incident.cause: flyaway }",
    "of: excl.lost\nwhen: ‸{ incident.lost: none }",
  ],
  ["clause_dead", "renew.again", "cap: 36 months", "cap: ‸12 months"],
  ["window_empty", "renew.again", "remind-from: 45 days", "remind-from: ‸10 days"],
  ["picks_by_missing", "fee.table", "kind: fee\npicks-by: claim.at\n", "‸kind: fee\n"],
  [
    "balance_missing",
    "limit.amount",
    "grants: amount of plan.product\nbalance: plan.balance",
    "grants: ‸500.00 USD",
  ],
  [
    "balance_unfit",
    "limit.amount",
    "grants: amount of plan.product\nbalance: plan",
    "grants: 3\nbalance: ‸plan",
  ],
  ["benefit_circular", "limit.flyaway", "sub-limit-of: replacement", "sub-limit-of: ‸flyaway"],
  ["carry_unfit", "limit.battery", "per: contract-year\ncarry: next", "per: term\ncarry: ‸next"],
  [
    "deducts_missing",
    "route.amount",
    "uses: coverage-amount\ndeducts: incident.assessedDamage",
    "uses: ‸coverage-amount",
  ],
  ["deducts_unfit", "route.flyaway", "uses: flyaway\n", "uses: flyaway\ndeducts: ‸incident.assessedDamage\n"],
  ["fee_twice", "fee.table", "picks-by: claim.at\n", "picks-by: claim.at\nshare: ‸85 % of claim.quote\n"],
  ["share_missing", "fee.table", "picks-by: claim.at\n", "picks-by: claim.at\n‸at-least: 20.00 USD\n"],
  ["limits_contradict", "fee.repair", "at-least: 20.00 USD", "at-least: ‸20.00 USD\nat-most: 10.00 USD"],
  ["date_invalid", "fee.table", "2026-06-30", "‸2026-06-31"],
  ["window_empty", "fee.table", "2026-06-30", "‸2025-06-30"],
];
