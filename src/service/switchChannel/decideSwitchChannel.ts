import {
  decideCoverage,
  isOver,
  type LockedCase,
  promisedBy,
  provisionalCase,
  refuseClaim,
  type SlotsChanged,
  slotsAfter,
  slotsOf,
} from "../../claims/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import type { Receipt } from "../../terms/index.ts";
import type { ChangeFacts } from "../appointments/index.ts";
import { refusedChange } from "../appointments/index.ts";
import { refuse } from "../refusals.ts";

/** The ways between which a claim may change: sent, or brought over the counter. */
export const switchable = ["online", "swift"] as const;
export type Switchable = (typeof switchable)[number];

/** What is known when a claim is to go another way. */
export interface SwitchFacts {
  readonly at: Temporal.Instant;
  readonly isStaff: boolean;
  /** Whether a centre takes its model of its region over the counter. */
  readonly hasCounter: boolean;
  /** The appointment that would be given up, and where; undefined where none is live. */
  readonly visit: Pick<ChangeFacts, "appointment" | "centre"> | undefined;
}

/** The answer for the other way, and what is promised from now on. */
export interface ChannelSwitched {
  readonly receipt: Receipt;
  readonly slots: SlotsChanged;
}

/**
 * Whether a claim of which nothing has come may be sent instead of brought, or the other way round, and the
 * provisional answer of the terms for that. What carries it must not be lost by it. Pure.
 */
export function decideSwitchChannel(
  channel: Switchable,
  { claim, record, terms }: LockedCase,
  facts: SwitchFacts,
): Decision<ChannelSwitched> {
  const refused = refusedSwitch(channel, claim, facts);
  if (refused !== undefined) {
    return refused;
  }
  const { incident, wants, region, currency, openedAt, contractNo, no: claimNo } = claim;
  const told = { incident, channel, wants, region, currency, openedAt, contractNo, claimNo };
  const provisional = provisionalCase(told, terms.parts(record.device.model));
  const receipt = decideCoverage(record, provisional, terms, facts.at);
  if (!isCarried(receipt, claim.receipt)) {
    return refuse("channel_not_covered", { receipt });
  }
  const product = record.contracts.find(({ no }) => no === contractNo)?.product ?? "";
  const wanted = slotsOf(terms, product, promisedBy(receipt)) ?? [];
  const held = record.contracts
    .flatMap(({ slots }) => slots)
    .filter((slot) => slot.claimNo === claimNo && slot.state === "reserved");
  return accepted({ receipt, slots: slotsAfter(held, wanted) });
}

function refusedSwitch(
  channel: Switchable,
  claim: LockedCase["claim"],
  { at, isStaff, hasCounter, visit }: SwitchFacts,
): Decision<never> | undefined {
  if (claim.state !== "reported") {
    return refuseClaim("claim_not_at_this_step");
  }
  if (claim.channel === "quick") {
    return refuse("channel_not_switchable");
  }
  if (claim.channel === channel) {
    return refuse("channel_unchanged");
  }
  if (isOver(claim, at)) {
    return refuseClaim("waiting_is_over");
  }
  if (channel === "swift" && !hasCounter) {
    return refuse("no_counter_serves");
  }
  // A time that is only held may be given up at any moment.
  return visit === undefined || visit.appointment.state === "held"
    ? undefined
    : refusedChange({ ...visit, at, isStaff });
}

/** The answer stays, or gets better: nobody gives a plan away by the way a device travels. */
function isCarried({ outcome }: Receipt, before: Receipt): boolean {
  return (
    outcome === "plan" || outcome === "warranty" || (outcome === before.outcome && outcome !== "refused")
  );
}
