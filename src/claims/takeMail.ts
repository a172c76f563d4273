import assert from "node:assert/strict";
import { normalEmail, personsByIds } from "../identity/index.ts";
import {
  failPoint,
  type Job,
  openText,
  type Platform,
  publicId,
  type Reaction,
  reaction,
  systemCaller,
  transact,
} from "../platform/index.ts";
import { deviceMailed, draftFromMail } from "./draftMailed.ts";
import { claimKey, lockClaim } from "./lockClaim.ts";
import {
  claimOfAddress,
  describeMail,
  forgottenMails,
  judgeMail,
  type MailOutcome,
  type MailRead,
  type MailRow,
  mailById,
  rawOfMail,
  readMailApart,
  settleMail,
} from "./mailIn/index.ts";
import { countMailed, insertNote, writeMessage } from "./messages/index.ts";
import { type ClaimRow, claimByNo } from "./store.ts";
import { type FilesTaken, takeMailFiles } from "./takeMailFiles.ts";

/** Which mail. */
export interface MailNamed {
  readonly mailId: string;
}

/**
 * Works a mail that was kept: into the case it names, to a person, or aside. Runs at least once; until its
 * row says what became of it, all of this is done again, and nothing of it twice.
 */
export const takeMail: Job<MailNamed> = {
  name: "take_mail",
  run: async (platform, { mailId }) => {
    const row = await mailById(platform.database, mailId);
    if (row?.state !== "new") {
      return;
    }
    failPoint(platform, "mail_kept");
    const mail = await readMailApart(await openMail(platform, mailId));
    await describe(platform, mailId, mail);
    const decision = judgeMail({ mail, ...(await factsOf(platform, row, mail)) });
    if (decision.kind === "unmatched") {
      await settle(platform, row, "unmatched", decision.outcome, undefined);
      return;
    }
    if (decision.kind === "ignore") {
      await setAside(platform, row, decision.outcome, decision.claimId);
      return;
    }
    if (decision.kind === "draft") {
      await draftFromMail(platform, mailId, decision.deviceId, mail?.sender ?? "");
      return;
    }
    const files = await takeMailFiles(platform, mailId, decision.claimId, mail);
    failPoint(platform, "mail_attached");
    await putInto(platform, row, { ...decision, mail, files });
    failPoint(platform, "mail_taken");
  },
};

/** What a queue forgot is found by the hourly look: a mail has no event that asks for it. */
export const mailReactions: readonly Reaction[] = [
  reaction(
    "MailKept",
    takeMail,
    () => undefined,
    async (db, before) => await forgottenMails(db, before),
  ),
];

/** The mail as it came. */
export async function openMail({ database, secrets }: Platform, mailId: string): Promise<Buffer> {
  const sealed = await rawOfMail(database, mailId);
  assert(sealed !== undefined, "mails are not deleted");
  return Buffer.from(openText(secrets, `mail ${mailId}`, sealed.raw), "latin1");
}

async function describe({ database }: Platform, mailId: string, mail: MailRead | undefined): Promise<void> {
  if (mail !== undefined) {
    const { sender, senderName, subject, messageId, inReplyTo, text } = mail;
    const told = [sender, senderName, subject, messageId, inReplyTo, text.slice(0, 400)];
    await describeMail(database, mailId, ...told.map((one) => one ?? null));
  }
}

type Facts = Omit<Parameters<typeof judgeMail>[0], "mail">;

async function factsOf(platform: Platform, row: MailRow, mail: MailRead | undefined): Promise<Facts> {
  const { config, database, clock } = platform;
  const named = (mail?.recipients ?? []).map((one) => claimOfAddress(platform, one));
  const assigned =
    row.deviceId === null || row.claimNo === null ? undefined : publicId("clm", row.deviceId, row.claimNo);
  const sure = named.find((one) => one !== undefined && one !== "wrong");
  const claim = await claimOf(platform, assigned ?? sure);
  const isMissing = claim === undefined && sure !== undefined;
  const isLoose = mail !== undefined && assigned === undefined && named.every((one) => one === undefined);
  const device = isLoose ? await deviceMailed(platform, mail) : undefined;
  const since = clock.now().subtract({ hours: 24 });
  const mailed =
    claim === undefined
      ? (device?.mailed ?? 0)
      : (await countMailed(database, claim.deviceId, claim.no, since)).count;
  return {
    own: [config.mailIn ?? "", /<?([^<>\s]+@[^<>\s]+?)>?\s*$/.exec(config.mailFrom)?.[1] ?? ""].map((one) =>
      one.toLowerCase(),
    ),
    named: isMissing ? "wrong" : (sure ?? named.find((one) => one === "wrong")),
    assigned,
    reportable: device?.deviceId,
    mailed,
    owners: claim === undefined ? [] : await ownersOf(platform, claim),
  };
}

async function claimOf({ database }: Platform, id: string | undefined): Promise<ClaimRow | undefined> {
  if (id === undefined) {
    return undefined;
  }
  const { rootId, no } = claimKey(id);
  return await claimByNo(database, rootId, no);
}

async function ownersOf({ database }: Platform, { reporterId, holderId }: ClaimRow): Promise<string[]> {
  const persons = await personsByIds(database, [reporterId, ...(holderId === null ? [] : [holderId])]);
  return [...persons.values()].flatMap(({ email }) => normalEmail(email) ?? []);
}

async function settle(
  platform: Platform,
  { mailId, deviceId, claimNo }: MailRow,
  state: "unmatched" | "ignored",
  outcome: MailOutcome,
  claimId: string | undefined,
): Promise<void> {
  const { rootId = null, no = null } = claimId === undefined ? {} : claimKey(claimId);
  const at = state === "unmatched" ? null : platform.clock.now();
  await settleMail(platform.database, mailId, state, outcome, rootId, no, at, deviceId, claimNo);
}

/** A machine's mail answers nobody; that a mail of ours did not arrive is noted in its case. */
async function setAside(
  platform: Platform,
  row: MailRow,
  outcome: MailOutcome,
  id: string | undefined,
): Promise<void> {
  if (id === undefined || outcome !== "bounce") {
    await settle(platform, row, "ignored", outcome, id);
    return;
  }
  await transact(platform, systemCaller, async (tx) => {
    const { deviceId, no } = await lockClaim(tx, id);
    const was = [row.deviceId, row.claimNo];
    const settled = await settleMail(tx, row.mailId, "ignored", outcome, deviceId, no, tx.at, ...was);
    if (settled !== undefined) {
      const says = "A mail of ours to the owner came back: their mail server did not take it.";
      const note = await insertNote(tx, deviceId, no, tx.caller.id, says, tx.at);
      tx.record(deviceId, [{ type: "NoteAdded", claimNo: no, noteNo: note.no }]);
    }
  });
}

interface Taken {
  readonly claimId: string;
  readonly isVerified: boolean;
  readonly mail: MailRead | undefined;
  readonly files: FilesTaken;
}

/** The message and what became of the mail, in one transaction: neither is there without the other. */
async function putInto(platform: Platform, row: MailRow, { claimId, isVerified, mail, files }: Taken) {
  const { mailId, ...was } = row;
  await transact(platform, systemCaller, async (tx) => {
    const claim = await lockClaim(tx, claimId);
    const { deviceId, no } = claim;
    const told = [deviceId, no, tx.at, was.deviceId, was.claimNo];
    if ((await settleMail(tx, mailId, "taken", null, ...told)) === undefined) {
      return;
    }
    const from = { mailId, sender: mail?.sender ?? "", isVerified };
    const text = mail === undefined ? "(This mail could not be read. Open it as it came.)" : saidIn(mail);
    await writeMessage(tx, claim, { side: "owner", via: "mail", text, evidence: files.taken, mail: from });
    if (files.refused.length > 0) {
      await writeMessage(tx, claim, { side: "system", via: "system", text: files.refused.join("\n") });
    }
    tx.record(deviceId, [{ type: "MailTaken", claimNo: no, mailId: publicId("mal", mailId), isVerified }]);
  });
}

/** What it says; its subject where it says nothing. */
function saidIn({ text, subject }: MailRead): string {
  return text === "" ? subject || "(no words)" : text;
}
