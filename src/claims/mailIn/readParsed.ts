import type { Address, Attachment, Email } from "postal-mime";
import type { MachineKind, MailFile, MailRead } from "./mailRead.ts";
import { plainText } from "./plainText.ts";
import { textOfHtml } from "./textOfHtml.ts";
import { trimQuoted } from "./trimQuoted.ts";

/** More files than a case takes are not looked at one by one. */
export const MOST_FILES = 60;
const MOST_RECIPIENTS = 200;
const LONGEST_TEXT = 2_000_000;
/** Pictures of a signature: part of the letter's look, and so small. */
const SIGNATURE_BYTES = 8_192;
const ADDRESS = /^[^\s@<>"(),:;\\[\]]{1,64}@[a-z0-9.-]{1,189}$/;
/** Where servers say whom a mail was delivered for. */
const DELIVERED: ReadonlySet<string> = new Set(["delivered-to", "x-original-to", "envelope-to"]);

const TYPES: Readonly<Record<string, string>> = {
  ...{ jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png", webp: "image/webp", heic: "image/heic" },
  ...{ mp4: "video/mp4", mov: "video/quicktime", webm: "video/webm" },
  ...{
    txt: "text/plain",
    log: "text/plain",
    csv: "text/csv",
    zip: "application/zip",
    pdf: "application/pdf",
  },
};

/** What a parsed mail says to us. Pure. */
export function readParsed(email: Email): MailRead {
  const header = (name: string): string =>
    email.headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase() ?? "";
  const from = flat([email.from ?? email.sender]).at(0);
  const files = email.attachments.filter((file) => !isOfSignature(file));
  const written =
    (email.text ?? "").trim() === "" ? textOfHtml((email.html ?? "").slice(0, LONGEST_TEXT)) : email.text;
  return {
    messageId: idIn(email.messageId),
    inReplyTo: idIn(email.inReplyTo),
    sender: addressIn(from?.address),
    senderName: plainText(from?.name ?? "", 200) || undefined,
    recipients: recipientsOf(email),
    subject: plainText(email.subject ?? "", 300).replaceAll("\n", " "),
    text: plainText(trimQuoted((written ?? "").slice(0, LONGEST_TEXT)), 20_000),
    machine: machineOf(email, header),
    files: files.slice(0, MOST_FILES).map(fileOf),
    leftOut: Math.max(0, files.length - MOST_FILES),
  };
}

function flat(addresses: readonly (Address | undefined)[]): { name: string; address?: string | undefined }[] {
  return addresses.flatMap((one) => (one === undefined ? [] : (one.group ?? [one])));
}

function addressIn(text: string | undefined): string | undefined {
  const address = (text ?? "").normalize("NFC").trim().toLowerCase();
  return ADDRESS.test(address) ? address : undefined;
}

function idIn(text: string | undefined): string | undefined {
  return /<?([^\s<>]{1,250})>?/.exec((text ?? "").slice(0, 1000))?.[1];
}

function recipientsOf(email: Email): string[] {
  const told = flat([...(email.to ?? []), ...(email.cc ?? [])].slice(0, MOST_RECIPIENTS));
  const delivered = email.headers.filter(({ key }) => DELIVERED.has(key)).map(({ value }) => value);
  const all = [...delivered, ...told.map(({ address }) => address)].slice(0, MOST_RECIPIENTS);
  return [...new Set(all.flatMap((one) => addressIn(one?.replaceAll(/[<>]/g, "")) ?? []))];
}

/** Whether a machine wrote it: to such mail nothing is ever answered. */
function machineOf(email: Email, header: (name: string) => string): MachineKind | undefined {
  const from = flat([email.from]).at(0)?.address?.toLowerCase() ?? "";
  const isReport = header("content-type").startsWith("multipart/report");
  if (header("return-path") === "<>" || isReport || /^(?:mailer-daemon|postmaster)@/.test(from)) {
    return "bounce";
  }
  const auto = header("auto-submitted");
  const isAuto = auto !== "" && !auto.startsWith("no");
  if (isAuto || header("x-autoreply") !== "" || header("x-autorespond") !== "") {
    return "auto_reply";
  }
  if (/^(?:auto_reply|auto-reply)/.test(header("precedence"))) {
    return "auto_reply";
  }
  const isList = /^(?:bulk|junk|list)/.test(header("precedence")) || header("list-id") !== "";
  return isList || header("list-unsubscribe") !== "" ? "list" : undefined;
}

function isOfSignature({ related, mimeType, content }: Attachment): boolean {
  const size = typeof content === "string" ? content.length : content.byteLength;
  return related === true && mimeType.startsWith("image/") && size <= SIGNATURE_BYTES;
}

function fileOf({ filename, mimeType, content }: Attachment): MailFile {
  const name = plainText(filename ?? "", 120)
    .replaceAll(/[/\\\n]/g, " ")
    .trim();
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const isVague = mimeType === "application/octet-stream" || mimeType === "";
  const type = (isVague ? TYPES[ending] : undefined) ?? mimeType.slice(0, 100);
  const bytes = typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);
  return { name, type, bytes };
}
