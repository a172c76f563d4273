import { type Caller, type Role, type TeamRole, teamRoles } from "../platform/index.ts";

/** Everybody with a key or a session, whatever their role. */
const KNOWN: readonly Role[] = ["owner", "reseller", "staff", "manager", "integrator"];
const EVERYBODY: readonly Role[] = ["public", ...KNOWN];
/** Those who see the whole programme. */
const OFFICE: readonly Role[] = ["staff", "manager", "integrator"];
const BENCH: readonly Role[] = ["staff", "integrator"];

/**
 * Who may do what: the one table. What is not listed is denied, to everybody.
 * Which objects of a kind a role sees is decided by the query that reads them.
 */
export const permissions: ReadonlyMap<string, ReadonlySet<Role>> = new Map(
  Object.entries({
    "catalogue.read": [...EVERYBODY, "system"],
    "catalogue.import": ["manager", "integrator"],
    "supplier.read": OFFICE,
    "supplier.keep": ["manager"],
    "product.read": OFFICE,
    "product.keep": ["manager"],
    "price.read": OFFICE,
    "price.set": ["manager"],
    "model.read": OFFICE,
    "supplier_feed.read": ["manager", "integrator"],
    "supplier_feed.keep": ["manager"],

    "supplier_order.read": OFFICE,
    "supplier_order.answer": ["manager"],
    "supplier_order.receive": ["staff", "manager"],
    "holiday.read": OFFICE,
    "holiday.keep": ["manager"],
    "pickup_point.read": EVERYBODY,
    "parcel.read": OFFICE,
    "parcel.hand_over": OFFICE,
    "parcel.settle": ["staff", "manager"],
    "order.answer_delay": KNOWN,

    "order.place": EVERYBODY,
    "cart.price": EVERYBODY,
    "order.cancel": KNOWN,
    "delivery_rule.read": EVERYBODY,
    "delivery_rule.keep": ["manager"],
    "order.read": [...KNOWN, "system"],
    "order.pay": KNOWN,
    "order.reveal": ["owner", "reseller", "integrator"],

    "batch.read": ["manager", "integrator"],
    "batch.ask": ["manager"],
    "code.reissue": ["reseller", ...OFFICE],
    "code.resend": KNOWN,
    "settlement.read": ["manager", "integrator"],
    "reseller.read": [...OFFICE, "reseller"],
    "reseller.keep": ["manager"],
    "reseller.statement": ["manager", "integrator", "reseller"],
    "balance.read": ["manager", "integrator"],
    "balance.correct": ["manager"],
    "balance.top_up": ["manager", "reseller"],
    "team.read": ["manager", "reseller"],
    "team.keep": ["manager", "reseller"],

    "code.check": EVERYBODY,
    "coverage.ask": EVERYBODY,
    "contract.activate": EVERYBODY,
    "contract.read": ["owner", ...OFFICE, "system"],
    "contract.renew": ["owner", ...OFFICE],

    "claim.open": ["owner", ...OFFICE],
    "claim.read": ["owner", ...OFFICE, "system"],
    "claim.choose": ["owner", ...BENCH],
    "claim.pay": ["owner", ...BENCH],
    "claim.cancel": ["owner", ...BENCH],
    "claim.switch": ["owner", ...BENCH],
    "claim.close": ["owner", ...OFFICE, "system"],
    "claim.send": ["owner", ...BENCH],
    "case_answer.give": ["owner"],
    "case_answer.read": OFFICE,
    "report.find": ["staff", "manager"],
    "guide.read": EVERYBODY,
    "guide.keep": ["manager"],
    "guide.answer": ["owner", ...OFFICE],
    "claim.receive": BENCH,
    "claim.answer": ["owner", ...BENCH],
    "claim.waive": BENCH,
    "claim.quote": BENCH,
    "stray.read": [...OFFICE],
    "stray.keep": BENCH,
    "bench_price.read": [...OFFICE],
    "bench_price.keep": ["manager"],
    "bench_code.read": [...OFFICE],
    "bench_code.keep": ["manager"],
    "claim.inspect": BENCH,
    "claim.replace": BENCH,
    "claim.ship": BENCH,
    "claim.deliver": BENCH,
    "pool.read": OFFICE,
    "pool.keep": ["staff", "manager", "integrator"],
    "pool.rule": ["manager"],
    "unit.reserve": [...BENCH, "system"],

    "claim.override": ["staff", "manager"],
    "override.read": OFFICE,
    "override.decide": ["manager"],
    "claim.appeal": ["owner", ...BENCH],
    "appeal.read": OFFICE,
    "appeal.decide": ["staff", "manager"],
    "signal.read": ["staff", "manager"],
    "signal.see": ["staff", "manager"],
    "claim.activity": OFFICE,

    "centre.read": [...EVERYBODY, "system"],
    "centre.keep": ["manager"],
    "contact.read": OFFICE,
    "appointment.read": ["owner", ...OFFICE],
    "appointment.book": ["owner", ...BENCH],
    "appointment.run": BENCH,
    "appointment.calendar": OFFICE,

    "search.ask": OFFICE,
    "my_day.read": OFFICE,
    "person.find": ["staff", "manager"],

    "promise.read": OFFICE,
    "promise.set": ["manager"],
    "deadline.read": OFFICE,
    "claim.view_as_owner": ["staff", "manager"],
    "message.read": ["owner", ...OFFICE, "system"],
    "message.send": ["owner", ...OFFICE, "system"],
    "message.settle": OFFICE,
    "note.keep": ["staff", "manager"],
    "mail.take": ["integrator"],
    "mail.keep": ["staff", "manager"],

    "verification.ask": EVERYBODY,
    "verification.read": ["owner", ...OFFICE, "system"],
    "verification.submit": ["owner", ...OFFICE],
    "verification.receive": BENCH,
    "verification.decide": ["staff", "manager"],

    "evidence.read": ["owner", ...OFFICE, "system"],
    "evidence.add": ["owner", ...OFFICE, "system"],
    "evidence.share": ["staff", "manager"],
    "evidence.original": ["staff", "manager"],

    "warranty.read": OFFICE,
    "warranty.tell": OFFICE,
    "warranty.rule": ["manager"],
    "recovery.read": OFFICE,
    "recovery.send": ["staff", "manager"],
    "recovery.answer": ["staff", "manager"],
    "recovery.settle": ["manager"],
    "recovery.agree": ["manager"],

    "contract.cancel": ["owner", ...OFFICE],
    "contract.transfer": ["owner", ...OFFICE],
    "transfer.answer": ["owner", ...OFFICE],
    "order.return": KNOWN,
    "withdrawal.answer": ["staff", "manager"],

    "shop.read": ["reseller", ...OFFICE],
    "shop.keep": ["reseller", "manager"],
    "sold_code.read": ["reseller", ...OFFICE],
    "sold_code.void": ["reseller", "staff", "manager"],
    "eligibility.ask": ["reseller", ...OFFICE],
    "contract.activate_bulk": ["reseller", "integrator"],
    "feed.read": ["reseller"],

    "money.read": ["manager", "integrator"],
    "curve.set": ["manager"],
    "refund.read": ["owner", ...OFFICE],
    "dispute.read": OFFICE,
    "refund.request": ["staff", "manager"],
    "refund.approve": ["manager"],
    "hold.read": OFFICE,
    "hold.release": ["staff", "manager"],
    "hold.capture": ["manager"],
    "bank_credit.book": ["manager", "integrator"],
    "dispute.answer": ["manager"],
    "reconciliation.read": ["manager", "integrator"],
    "reconciliation.settle": ["manager"],
    "report.send": ["manager", "integrator"],
    "status.read": OFFICE,

    "letter.read": OFFICE,
    "alarm.read": OFFICE,
    "text.read": ["staff", "manager"],
    "text.keep": ["manager"],
    "letter.send": OFFICE,
    "event.read": ["manager", "integrator"],
    "key.create": ["manager"],
    "key.read": ["manager"],
    "key.revoke": ["manager"],
    "clock.move": KNOWN,
    "system.work": ["system"],
  } satisfies Record<string, readonly Role[]>).map(([name, roles]) => [name, new Set<Role>(roles)]),
);

/** What it takes in a reseller's team, where looking is not enough. */
export const teamPermissions: ReadonlyMap<string, TeamRole> = new Map([
  ["order.place", "buyer"],
  ["order.pay", "buyer"],
  ["order.cancel", "buyer"],
  ["order.reveal", "buyer"],
  ["order.return", "buyer"],
  ["order.answer_delay", "buyer"],
  ["code.resend", "buyer"],
  ["code.reissue", "buyer"],
  ["shop.keep", "keeper"],
  ["sold_code.void", "buyer"],
  ["contract.activate_bulk", "buyer"],
  ["balance.top_up", "buyer"],
  ["team.keep", "keeper"],
]);

/** Whether the caller's role has the permission, and in a team what it takes there. Deny by default. */
export function permits({ role, reseller }: Caller, permission: string): boolean {
  const allowed = permissions.get(permission)?.has(role) ?? false;
  return allowed && (reseller === undefined || reaches(reseller.teamRole, teamPermissions.get(permission)));
}

/** Whether a team role may what another may. */
export function reaches(teamRole: TeamRole, needed: TeamRole = "viewer"): boolean {
  return teamRoles.indexOf(teamRole) >= teamRoles.indexOf(needed);
}
