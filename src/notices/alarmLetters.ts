import assert from "node:assert/strict";
import type { Asker } from "../catalogue/index.ts";
import { centreOf } from "../service/index.ts";
import { alarmLetterOf, countAlone, type Late, lookAtAlarms, readerOf } from "./alarms/index.ts";
import { momentIn } from "./formatDay.ts";
import type { Addressed, Mailing } from "./mailing.ts";
import { type AlarmFacts, alarmsTold } from "./templates/alarmsTold.ts";

/**
 * A letter says how everything in it stands when it is sent: what was done meanwhile is left out, and where
 * nothing is left nobody is told. Errors: who it was for is not with us any more, and nobody else is told of
 * it; it is tried again, and in the end it is for a person.
 */
async function alarmsLetter(db: Asker, letterId: string): Promise<Addressed | undefined> {
  const letter = await alarmLetterOf(db, letterId);
  assert(letter !== undefined, "an alarm letter that was made is there");
  const looked = await lookAtAlarms(db, letter.alarms);
  const late = looked.flatMap(({ late: found }) => found ?? []);
  if (late.length === 0) {
    return undefined;
  }
  const reader = await readerOf(db, letter);
  if (reader === undefined) {
    const [alone] = await countAlone(db, JSON.stringify(letter.alarms), letterId);
    assert(alone?.count === 0, `nobody is left who is told of ${alone?.count} promises that ran out`);
    return undefined;
  }
  const { publicUrl } = db.platform.config;
  const now = db.platform.clock.now();
  const centre = letter.centreId === null ? undefined : await centreOf(db, letter.centreId);
  return {
    personId: reader.personId,
    letter: alarmsTold({
      alarms: factsOf(late, now, publicUrl),
      ...{ addressee: letter.addressee, centre: centre?.name ?? "" },
      listUrl: `${publicUrl}/console/inbox/promises`,
    }),
  };
}

/** What is longest over first; what stands there by several tiers once. */
function factsOf(late: readonly Late[], now: Temporal.Instant, publicUrl: string): readonly AlarmFacts[] {
  const once = new Map(late.map((one) => [`${one.id} ${one.what}`, one]));
  return [...once.values()]
    .toSorted((one, other) => Temporal.Instant.compare(one.ranOutAt, other.ranOutAt))
    .map(({ id, path, model, serial, what, ranOutAt, zone, centre, next }) => ({
      ...{ id, serial, what, next },
      device: model,
      at: momentIn(ranOutAt, zone),
      isOver: Temporal.Instant.compare(ranOutAt, now) <= 0,
      centre: centre?.name,
      url: `${publicUrl}${path}`,
    }));
}

/** Letters to our own people. */
export const alarmMailings: readonly Mailing[] = [
  { on: "AlarmLetterMade", template: "alarmsTold", address: alarmsLetter },
];
