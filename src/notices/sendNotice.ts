import assert from "node:assert/strict";
import { personOf } from "../identity/index.ts";
import { type Job, lockRoot, type Platform, systemCaller, transact } from "../platform/index.ts";
import { renderLetter } from "./letter.ts";
import type { Mailing } from "./mailing.ts";
import { mailings } from "./mailings.ts";
import { settleLetter, type UntoldEvent, untoldEvents } from "./store.ts";

/** Which event is to be told. The event itself says no number; its type and body find it. */
export interface Notice {
  readonly rootId: string;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Tells of an event by mail. Each letter is noted after it was sent: a job that runs again sends what was not
 * noted, under the same message id, so that it arrives as one mail.
 */
export const sendNotice: Job<Notice> = {
  name: "send_notice",
  run: async (platform, { rootId, type, body }) => {
    for (const mailing of mailings.filter(({ on }) => on === type)) {
      const events = await untoldEvents(
        platform.database,
        rootId,
        type,
        JSON.stringify(body),
        mailing.template,
      );
      for (const event of events) {
        await tell(platform, mailing, rootId, event);
      }
    }
  },
};

/**
 * A letter that cannot be sent is tried again with its job, for most of a day; the first try that fails so
 * late is the last. A person sees it then, and sends it again when the reason is mended.
 */
const GIVE_UP_AFTER = { hours: 16 };

async function tell(platform: Platform, mailing: Mailing, rootId: string, event: UntoldEvent): Promise<void> {
  let personId: string | undefined;
  try {
    personId = await send(platform, mailing, rootId, event);
  } catch (error) {
    if (Temporal.Instant.compare(platform.clock.now(), event.at.add(GIVE_UP_AFTER)) < 0) {
      throw error;
    }
    platform.log.error({ err: error, rootId, seq: event.seq }, "a letter could not be sent and was given up");
    await giveUp(platform, mailing, rootId, event);
    return;
  }
  const state = personId === undefined ? "needless" : "sent";
  const at = platform.clock.now();
  await settleLetter(platform.database, rootId, event.seq, mailing.template, state, personId ?? null, at);
}

/** Sends the letter of an event and answers who got it; undefined when nobody is to be told. */
async function send(
  platform: Platform,
  mailing: Mailing,
  rootId: string,
  event: UntoldEvent,
): Promise<string | undefined> {
  const { database } = platform;
  const addressed = await mailing.address({ query: database.query, platform }, rootId, event.body);
  if (addressed === undefined) {
    return undefined;
  }
  const { personId, letter } = addressed;
  const person = await personOf(database, personId);
  assert(person !== undefined, `nobody has the id ${personId}`);
  await platform.mailer.send({
    to: person.email,
    ...renderLetter(letter, person.name, platform.config.brandName),
    messageId: `${mailing.template}-${rootId}-${event.seq}`,
  });
  return personId;
}

async function giveUp(
  platform: Platform,
  { template }: Mailing,
  rootId: string,
  { seq }: UntoldEvent,
): Promise<void> {
  await transact(platform, systemCaller, async (tx) => {
    await lockRoot(tx, rootId);
    if ((await settleLetter(tx, rootId, seq, template, "undelivered", null, tx.at)) !== undefined) {
      tx.record(rootId, [{ type: "LetterUndelivered", letterSeq: seq, template }]);
    }
  });
}
