import assert from "node:assert/strict";
import { personsByIds } from "../identity/index.ts";
import {
  type Faults,
  failPoint,
  inLanes,
  type Job,
  lockRoot,
  type Platform,
  type Queryable,
  systemCaller,
  transact,
} from "../platform/index.ts";
import { renderLetter } from "./letter.ts";
import type { Addressed } from "./mailing.ts";
import { mailings } from "./mailings.ts";
import { type LetterState, settleLetters, type UntoldLetter, untoldLetters } from "./store.ts";
import { reworded, type TextRow, textsOf } from "./texts/index.ts";

/** Which event is to be told. The event itself says no number; its type and body find it. */
export interface Notice {
  readonly rootId: string;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A letter is no reason to keep people waiting; nobody misses it so soon. */
const LETTERS_WAIT_MS = 30_000;

/**
 * Tells of events by mail. Letters are noted after they were sent: a job that runs again sends what was not
 * noted, under the same message id, so that it arrives as one mail.
 */
export const sendNotice: Job<Notice> = {
  name: "send_notice",
  run: async (platform, notice) => {
    for (const fault of (await tell(platform, [notice])).values()) {
      throw fault;
    }
  },
  runTogether: tell,
  canWaitMs: LETTERS_WAIT_MS,
};

/** A letter that came to an end, and who got it; null when nobody was to be told. */
interface Settled {
  readonly letter: UntoldLetter;
  readonly state: LetterState;
  readonly personId: string | null;
}

/**
 * Looks for the letters of all notices at once, for who gets them, and notes them at once: only what a letter
 * says is read one by one, and sent.
 */
async function tell(platform: Platform, notices: readonly Notice[]): Promise<Faults> {
  const faults = new Map<number, unknown>();
  const letters = await lettersOf(platform.database, notices);
  const failed = async (letter: UntoldLetter, error: unknown): Promise<void> => {
    await giveUpOrTryAgain(platform, letter, error).catch((again) => faults.set(letter.place, again));
  };
  const written: Written[] = [];
  await inLanes(letters, async (letter) => {
    try {
      written.push({ letter, addressed: await addressed(platform, letter) });
    } catch (error) {
      await failed(letter, error);
    }
  });
  const persons = await personsByIds(
    platform.database,
    written.flatMap((one) => one.addressed?.personId ?? []),
  );
  const texts = await textsOf(platform.database, [...new Set(letters.map(({ template }) => template))]);
  const settled: Settled[] = [];
  await inLanes(written, async (one) => {
    try {
      const personId = await send(platform, one, persons, texts);
      failPoint(platform, "letter_sent");
      settled.push({ letter: one.letter, state: personId === null ? "needless" : "sent", personId });
    } catch (error) {
      await failed(one.letter, error);
    }
  });
  await settle(platform.database, settled, platform.clock.now());
  return faults;
}

/** A letter with what it says; undefined when nobody is to be told. */
interface Written {
  readonly letter: UntoldLetter;
  readonly addressed: Addressed | undefined;
}

async function addressed(
  platform: Platform,
  { rootId, template, body }: UntoldLetter,
): Promise<Addressed | undefined> {
  const mailing = mailings.find((one) => one.template === template);
  return await mailing?.address({ query: platform.database.query, platform }, rootId, body);
}

async function lettersOf(db: Queryable, notices: readonly Notice[]): Promise<UntoldLetter[]> {
  const wanted = notices.flatMap(({ type, ...notice }, place) =>
    mailings.filter(({ on }) => on === type).map(({ template }) => ({ ...notice, type, place, template })),
  );
  return await untoldLetters(
    db,
    wanted.map(({ place }) => place),
    wanted.map(({ rootId }) => rootId),
    wanted.map(({ type }) => type),
    wanted.map(({ body }) => JSON.stringify(body)),
    wanted.map(({ template }) => template),
  );
}

/** Answers how many had not ended before. */
async function settle(db: Queryable, settled: readonly Settled[], at: Temporal.Instant): Promise<number> {
  if (settled.length === 0) {
    return 0;
  }
  const rows = await settleLetters(
    db,
    settled.map(({ letter }) => letter.rootId),
    settled.map(({ letter }) => letter.seq),
    settled.map(({ letter }) => letter.template),
    settled.map(({ state }) => state),
    settled.map(({ personId }) => personId),
    at,
  );
  return rows.length;
}

/** The wording a person's letter goes out in: in their language, else in English; undefined: as shipped. */
function wordingFor(texts: readonly TextRow[], template: string, locale: string) {
  const language = locale.slice(0, 2).toLowerCase();
  const found = [language, "en"].flatMap((one) =>
    texts.filter((row) => row.template === template && row.language === one && row.subject !== null),
  )[0];
  return found?.subject == null || found.body === null
    ? undefined
    : { subject: found.subject, body: found.body };
}

/** Sends a letter and answers who got it; null when nobody is to be told. */
async function send(
  platform: Platform,
  { letter: { rootId, seq, template }, addressed }: Written,
  persons: Awaited<ReturnType<typeof personsByIds>>,
  texts: readonly TextRow[],
): Promise<string | null> {
  if (addressed === undefined) {
    return null;
  }
  const { personId } = addressed;
  const person = persons.get(personId);
  assert(person !== undefined, `nobody has the id ${personId}`);
  const own = wordingFor(texts, template, person.locale);
  const { brandName } = platform.config;
  const letter =
    own === undefined ? addressed.letter : reworded(addressed.letter, own, person.name, brandName);
  await platform.mailer.send({
    to: person.email,
    ...renderLetter(letter, person.name, brandName),
    attachments: letter.files,
    replyTo: letter.replyTo,
    messageId: `${template}-${rootId}-${seq}`,
  });
  return personId;
}

/**
 * A letter that cannot be sent is tried again with its job, for most of a day; the first try that fails so
 * late is the last. A person sees it then, and sends it again when the reason is mended.
 */
const GIVE_UP_AFTER = { hours: 16 };

async function giveUpOrTryAgain(platform: Platform, letter: UntoldLetter, error: unknown): Promise<void> {
  const { rootId, seq, template, at } = letter;
  if (Temporal.Instant.compare(platform.clock.now(), at.add(GIVE_UP_AFTER)) < 0) {
    throw error;
  }
  platform.log.error({ err: error, rootId, seq }, "a letter could not be sent and was given up");
  await transact(platform, systemCaller, async (tx) => {
    await lockRoot(tx, rootId);
    if ((await settle(tx, [{ letter, state: "undelivered", personId: null }], tx.at)) > 0) {
      tx.record(rootId, [{ type: "LetterUndelivered", letterSeq: seq, template }]);
    }
  });
}
