import type { MachineKind, MailRead } from "./mailRead.ts";

/** Why a mail is not in a case. */
export const mailOutcomes = [
  ...(["no_case", "token_wrong", "not_readable", "too_many"] as const),
  ...(["auto_reply", "bounce", "list", "own_mail"] as const),
] as const;
export type MailOutcome = (typeof mailOutcomes)[number];

/** More mails of one case in a day than a person writes: two machines that answer each other. */
export const MAILED_A_DAY = 40;

/** What is known of a mail and of the case its address names. */
export interface MailFacts {
  readonly mail: Pick<MailRead, "sender" | "machine"> | undefined;
  /** The addresses of our own: what comes from them goes in circles. */
  readonly own: readonly string[];
  /** The case its address names, `wrong` for an address that was made up; undefined: none. */
  readonly named: string | undefined;
  /** The case a person put it into. */
  readonly assigned: string | undefined;
  /** How many mails the named case, or the report of the device, had in the last day. */
  readonly mailed: number;
  /** The device whose holder writes of it without a case; undefined: none, or it is not sure which. */
  readonly reportable?: string | undefined;
  /** The addresses of who reported the case and of who holds its plan. */
  readonly owners: readonly string[];
}

/** What becomes of a mail. */
export type MailJudgement =
  | { readonly kind: "take"; readonly claimId: string; readonly isVerified: boolean }
  | { readonly kind: "draft"; readonly deviceId: string }
  | { readonly kind: "unmatched"; readonly outcome: MailOutcome }
  | { readonly kind: "ignore"; readonly outcome: MailOutcome; readonly claimId: string | undefined };

/** Where a mail goes. What is not sure goes to a person; nothing is thrown away. Pure. */
export function judgeMail(facts: MailFacts): MailJudgement {
  const { mail, own, named, assigned, mailed, owners, reportable } = facts;
  // Anybody can write any sender: it counts beside the address of the case, which only its mails have.
  const isAnswer = named !== undefined && named !== "wrong" && (assigned ?? named) === named;
  const isVerified = isAnswer && mail?.sender !== undefined && owners.includes(mail.sender);
  if (assigned !== undefined) {
    return { kind: "take", claimId: assigned, isVerified };
  }
  if (mail === undefined) {
    return { kind: "unmatched", outcome: "not_readable" };
  }
  const claimId = named === "wrong" ? undefined : named;
  const machine: MachineKind | "own_mail" | undefined =
    mail.sender !== undefined && own.includes(mail.sender) ? "own_mail" : mail.machine;
  if (machine !== undefined) {
    return { kind: "ignore", outcome: machine, claimId };
  }
  const isBusy = mailed >= MAILED_A_DAY;
  if (named === undefined && reportable !== undefined && !isBusy) {
    return { kind: "draft", deviceId: reportable };
  }
  if (claimId === undefined) {
    return { kind: "unmatched", outcome: named === "wrong" ? "token_wrong" : "no_case" };
  }
  return isBusy ? { kind: "unmatched", outcome: "too_many" } : { kind: "take", claimId, isVerified };
}
