import type { SendMailOptions } from "nodemailer";

/** One mail to one person. The same `messageId` sent again is the same mail. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string | undefined;
  readonly attachments?: readonly MailAttachment[] | undefined;
  /** Made from what causes the mail (`delivery-<order>`), so that a job that runs twice sends one. */
  readonly messageId: string;
  /** Where an answer goes; to the sender of all our mails where it is left out. */
  readonly replyTo?: string | undefined;
}

/** A file that goes with a mail. */
export interface MailAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** The mail as nodemailer takes it. The recipient goes in as one address, so a comma in it adds nobody. */
export function mailMessage(mail: Mail, from: string): SendMailOptions {
  return {
    from,
    to: { name: "", address: mail.to },
    ...(mail.replyTo === undefined ? {} : { replyTo: { name: "", address: mail.replyTo } }),
    // Machines that read this answer nobody, so that two of them never answer each other.
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    attachments: (mail.attachments ?? []).map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      content: Buffer.from(content),
    })),
    messageId: `<${mail.messageId.replaceAll(/[^\w.-]/g, "-")}@${domainOf(from)}>`,
    // A mail body never makes us read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function domainOf(from: string): string {
  return /@([\w.-]+)/.exec(from)?.[1] ?? "localhost";
}
