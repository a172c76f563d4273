import type { Tx } from "../../platform/index.ts";
import { readAttemptKey } from "../attempts/index.ts";
import { dayOf, LATE_DAYS, startOf } from "./days.ts";
import type { Night } from "./findDifferences.ts";
import type { Question } from "./outcome.ts";
import { programmesHere } from "./ownStore.ts";
import { daysTold } from "./reportStore.ts";
import { tariffsOf } from "./runStore.ts";

/** What is known of a night beside the two sides. */
export async function nightOf(tx: Tx, { kind, party, since, isFetched }: Question): Promise<Night> {
  const [told, programmes, tariffs] = await Promise.all([
    daysTold(tx, kind, party, dayOf(since)),
    programmesHere(tx),
    tariffsOf(tx, kind, party, dayOf(tx.at)),
  ]);
  const isIn = (day: Temporal.PlainDate) =>
    told.some(
      ({ fromOn, toOn }) =>
        Temporal.PlainDate.compare(fromOn, day) <= 0 && Temporal.PlainDate.compare(day, toOn) <= 0,
    );
  return {
    day: dayOf(tx.at),
    tells: isFetched ? () => true : isIn,
    tariffs,
    programmes: new Set(programmes.map(({ programme }) => programme)),
    ownReferences: new Set(),
    isOurKey: (text) => readAttemptKey(text) !== undefined,
  };
}

/** What a clock in front of ours has already dated is looked at too. */
export function endOf({ at }: Tx): Temporal.Instant {
  return startOf(dayOf(at).add({ days: LATE_DAYS }));
}
