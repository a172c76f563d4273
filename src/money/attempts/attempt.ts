import type { About } from "../matter.ts";

/** Which try a job or a deadline is about. */
export interface AttemptKey {
  readonly rootId: string;
  readonly about: About;
  readonly no: number;
  readonly attemptNo: number;
}

/** A try is open while it is pending or unknown; nothing else is tried meanwhile. */
export type AttemptState = "pending" | "unknown" | "succeeded" | "failed";

/** How a try of each thing is named: in the key its provider is given, and in its events. */
const NAMES: Readonly<Record<About, { readonly prefix: string; readonly event: string }>> = {
  charge: { prefix: "chg", event: "Payment" },
  refund: { prefix: "rfd", event: "Refund" },
  hold: { prefix: "hld", event: "Hold" },
  capture: { prefix: "cap", event: "HoldCapture" },
  release: { prefix: "rel", event: "HoldRelease" },
  card: { prefix: "kcd", event: "CardKeeping" },
  forget: { prefix: "fgt", event: "CardForgetting" },
  forget_held: { prefix: "fgh", event: "HeldCardForgetting" },
};

/** What the keys of its tries begin with. */
export function prefixOf(about: About): string {
  return NAMES[about].prefix;
}

/** What the events of its tries begin with: `Payment` makes `PaymentStarted`, `PaymentUnknown`. */
export function eventOf(about: About): string {
  return NAMES[about].event;
}

/** The try a provider's key names: `<prefix>_<root>_<no>_<try>`; undefined when it is none of ours. */
export function readAttemptKey(key: string): AttemptKey | undefined {
  const [, prefix, rootId, no, attemptNo] = /^([a-z]{3})_(.+)_(\d{1,9})_(\d{1,9})$/.exec(key) ?? [];
  const about = (Object.keys(NAMES) as About[]).find((one) => NAMES[one].prefix === prefix);
  return about === undefined || rootId === undefined
    ? undefined
    : { rootId, about, no: Number(no), attemptNo: Number(attemptNo) };
}

/** What an event says of a try; a charge's number is also told by the name it has had from the first. */
export function attemptFields({ about, no, attemptNo }: Omit<AttemptKey, "rootId">): object {
  return about === "charge" ? { chargeNo: no, attemptNo } : { about, aboutNo: no, attemptNo };
}
