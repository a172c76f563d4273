import { deviceRecord, devicesOfSerials, lockDeviceRoot, normaliseSerial } from "../contracts/index.ts";
import { personIdsOf } from "../identity/index.ts";
import { type Platform, systemCaller, type Tx, transact } from "../platform/index.ts";
import { countDrafted, draftMail, type MailRead, releaseDrafted, settleMail } from "./mailIn/index.ts";
import {
  DRAFT_DAYS,
  devicesHeldBy,
  draftOf,
  heldOfDevices,
  keepDraft,
  OWNERS_DRAFT,
  REPORT_DRAFT_LAPSES,
} from "./reportDrafts/index.ts";
import { type ClaimRow, claimsOfDevice } from "./store.ts";

/** How many words of a mail are looked at as serials. */
const MOST_WORDS = 50;

/** A device that a mail without a case is about, and how many such mails it had in the last day. */
export interface MailedDevice {
  readonly deviceId: string;
  readonly mailed: number;
}

/**
 * The device whose holder writes of it, where that is sure: the one whose serial is named, else the only one
 * there is, with no case open. A sender is a name on an envelope: nothing is opened or shown for it, and what
 * follows goes to the address of the holder that we know. Undefined: a person looks.
 */
export async function deviceMailed(
  { database, clock }: Platform,
  mail: Pick<MailRead, "sender" | "subject" | "text">,
): Promise<MailedDevice | undefined> {
  const persons = mail.sender === undefined ? [] : await personIdsOf(database, mail.sender);
  if (persons.length === 0) {
    return undefined;
  }
  const found = await devicesOfSerials(database, serialsIn(`${mail.subject} ${mail.text}`));
  const named = [...new Set(found.map((each) => each.deviceId))];
  // Of a shop that holds a thousand, a page of them need not have the one it names.
  const held =
    named.length === 0
      ? await devicesHeldBy(database, [...persons])
      : await heldOfDevices(database, [...persons], named);
  const deviceId = chosen(
    held.map((each) => each.deviceId),
    named,
  );
  if (deviceId === undefined) {
    return undefined;
  }
  const [claims, { count }] = await Promise.all([
    claimsOfDevice(database, deviceId),
    countDrafted(database, deviceId, clock.now().subtract({ hours: 24 })),
  ]);
  return claims.some(isOpen) ? undefined : { deviceId, mailed: count };
}

function isOpen({ state }: Pick<ClaimRow, "state">): boolean {
  return state !== "closed" && state !== "cancelled";
}

/** Of the devices somebody holds the one they name, else the only one; another's is none of them. Pure. */
export function chosen(held: readonly string[], named: readonly string[]): string | undefined {
  const [one, ...more] = new Set(named.length === 0 ? held : named);
  return more.length === 0 && one !== undefined && held.includes(one) ? one : undefined;
}

/** What may be a serial: a word of letters and figures, with a figure in it. */
function serialsIn(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\-._/]{5,40}/gu) ?? [];
  const serials = words.map(normaliseSerial).filter((word) => /\d/.test(word));
  return [...new Set(serials)].slice(0, MOST_WORDS);
}

/**
 * Begins the report that a mail is about, or adds to the one there is, and mails its holder the link that
 * goes on with it: once a day at the most. Its words and files stay with it until the case is opened. What
 * was true when it was judged is asked again: a device that has a case by now, or another holder than who
 * writes, leaves the mail to a person.
 */
export async function draftFromMail(
  platform: Platform,
  mailId: string,
  deviceId: string,
  sender: string,
): Promise<void> {
  await transact(platform, systemCaller, async (tx) => {
    await lockDeviceRoot(tx, deviceId);
    const [record, before, claims, senders] = await Promise.all([
      deviceRecord(tx, { deviceId }),
      draftOf(tx, deviceId, OWNERS_DRAFT),
      claimsOfDevice(tx, deviceId),
      personIdsOf(tx, sender),
    ]);
    const holderId = record?.contracts.at(-1)?.holderId;
    if (holderId === undefined || !senders.includes(holderId) || claims.some(isOpen)) {
      await settleMail(tx, mailId, "unmatched", "no_case", null, null, null, null, null);
      return;
    }
    await addToReport(tx, mailId, deviceId, holderId, before?.personId === holderId);
  });
}

async function addToReport(
  tx: Tx,
  mailId: string,
  deviceId: string,
  holderId: string,
  isTheirs: boolean,
): Promise<void> {
  if (!isTheirs) {
    // What somebody wrote who held it before is of no report any more.
    await releaseDrafted(tx, deviceId);
  }
  const { count } = await countDrafted(tx, deviceId, tx.at.subtract({ hours: 24 }));
  if ((await draftMail(tx, mailId, deviceId)) === undefined) {
    return;
  }
  if (!isTheirs) {
    await beginReport(tx, deviceId, holderId);
  }
  if (count === 0) {
    tx.record(deviceId, [{ type: "ReportDraftMailed", draftNo: OWNERS_DRAFT, mailId }]);
  }
}

/**
 * What its holder has told already stays, and with it the day on which it is forgotten: who writes again and
 * again would keep their mails from a person for ever. What who held it before has told is forgotten.
 */
async function beginReport(tx: Tx, deviceId: string, holderId: string): Promise<void> {
  const begun = JSON.stringify({ incident: {} });
  await keepDraft(tx, deviceId, OWNERS_DRAFT, holderId, begun, tx.at, tx.caller.id);
  tx.schedule(deviceId, REPORT_DRAFT_LAPSES, String(OWNERS_DRAFT), tx.at.add({ hours: 24 * DRAFT_DAYS }));
}
