import type { Asker } from "../catalogue/index.ts";
import { type Late, letterNow } from "./alarms/index.ts";
import { momentIn } from "./formatDay.ts";
import type { Addressed, Mailing } from "./mailing.ts";
import { type AlarmFacts, alarmsTold } from "./templates/alarmsTold.ts";

/**
 * A letter says how everything in it stands when it is sent: what was done meanwhile is left out, and so is
 * what its reader is named for no more. Where nothing is left nobody is told.
 */
async function alarmsLetter({ platform }: Asker, letterId: string): Promise<Addressed | undefined> {
  const now = await letterNow(platform, letterId);
  if (now === undefined) {
    return undefined;
  }
  const { reader, addressee, late } = now;
  const { publicUrl } = platform.config;
  return {
    personId: reader.personId,
    letter: alarmsTold({
      alarms: factsOf(late, platform.clock.now(), publicUrl),
      ...{ addressee, centre: late[0].centre?.name ?? "" },
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
