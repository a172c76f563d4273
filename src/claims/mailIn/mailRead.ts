/** Why nobody is answered: a machine wrote it. */
export const machineKinds = ["auto_reply", "bounce", "list"] as const;
export type MachineKind = (typeof machineKinds)[number];

/** A file that came with a mail. */
export interface MailFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * What a mail says, as far as we need it. Every text is plain, of limited length, without control characters.
 */
export interface MailRead {
  readonly messageId: string | undefined;
  /** What it answers to: a hint, no proof. */
  readonly inReplyTo: string | undefined;
  /** Lower case; undefined where there is none that is one. */
  readonly sender: string | undefined;
  readonly senderName: string | undefined;
  /** Every address it was sent to, in lower case. */
  readonly recipients: readonly string[];
  readonly subject: string;
  /** What was written, without what it answers to. */
  readonly text: string;
  readonly machine: MachineKind | undefined;
  readonly files: readonly MailFile[];
  /** Files beyond the most we look at. */
  readonly leftOut: number;
}
