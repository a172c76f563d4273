import assert from "node:assert/strict";
import { personOf } from "../identity/index.ts";
import type { Job, Platform } from "../platform/index.ts";
import { renderLetter } from "./letter.ts";
import type { Mailing } from "./mailing.ts";
import { mailings } from "./mailings.ts";
import { noteSent, type UntoldEvent, untoldEvents } from "./store.ts";

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

async function tell(platform: Platform, mailing: Mailing, rootId: string, event: UntoldEvent): Promise<void> {
  const { database } = platform;
  const addressed = await mailing.address({ query: database.query, platform }, rootId, event.body);
  if (addressed === undefined) {
    return;
  }
  const { personId, letter } = addressed;
  const person = await personOf(database, personId);
  assert(person !== undefined, `nobody has the id ${personId}`);
  const { template } = mailing;
  await platform.mailer.send({
    to: person.email,
    ...renderLetter(letter, person.name, platform.config.brandName),
    messageId: `${template}-${rootId}-${event.seq}`,
  });
  await noteSent(database, rootId, event.seq, template, personId, platform.clock.now());
}
