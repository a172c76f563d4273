import type { Contract, DeviceRecord, InvitedOffer } from "../../contracts/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import type { Receipt } from "../../terms/index.ts";
import { refuseVerification as refuse } from "../verifications/index.ts";

/** What is known when somebody asks for a verification. */
export interface AskFacts {
  /** As it was told, normalised. */
  readonly serial: string;
  readonly record: DeviceRecord;
  /**
   * By the same asker, as far as the caller may know: a stranger's ask keeps nobody from theirs, and nobody
   * is told of another's.
   */
  readonly isUnderWay: boolean;
  readonly isInvited: boolean;
  /** What the terms say to a plan now, and what they would say after an acceptance of this kind. */
  readonly now: Pick<InvitedOffer, "receipt">;
  readonly invited: Pick<InvitedOffer, "receipt" | "endsAt">;
  /** Of what the terms say now: the part that anybody may read. */
  readonly shown?: unknown;
}

const RUNNING: ReadonlySet<Contract["state"]> = new Set(["scheduled", "active", "suspended", "exhausted"]);

/** Whether a device may be verified: only where nothing but this opens the way to a plan. Pure. */
export function decideAskVerification(facts: AskFacts): Decision<Receipt> {
  const { serial, record, now, invited } = facts;
  if (serial !== record.device.serial) {
    return refuse("serial_was_replaced");
  }
  if (record.contracts.some(({ state }) => RUNNING.has(state))) {
    return refuse("device_has_plan");
  }
  if (facts.isUnderWay) {
    return refuse("verification_open");
  }
  // Whom an invitation went to, and why, is theirs: whoever asks is told what a look at the serial tells.
  if (facts.isInvited || now.receipt?.outcome === "allowed") {
    return refuse("verification_not_needed");
  }
  if (invited.receipt?.outcome === "undecided") {
    return refuse("verification_undecided");
  }
  return now.receipt !== undefined && invited.receipt?.outcome === "allowed" && invited.endsAt !== undefined
    ? accepted(now.receipt)
    : refuse("no_such_way", facts.shown === undefined ? {} : { receipt: facts.shown });
}
