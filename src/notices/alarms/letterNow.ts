import assert from "node:assert/strict";
import { type Person, personOf } from "../../identity/index.ts";
import { type Platform, systemCaller, transact } from "../../platform/index.ts";
import type { Addressee } from "./addresseesOf.ts";
import { nameOf } from "./alarm.ts";
import { alarmsInLetter, lockAlarmLetter, putBackAlarms } from "./alarmStore.ts";
import { type Late, lookAtAlarms } from "./lookAtAlarms.ts";
import { gatherAt } from "./noteAlarm.ts";
import { whoIsTold } from "./whoIsTold.ts";

/** What a letter says when it leaves, to whom, and as what they are told. */
export interface LetterNow {
  readonly reader: Person;
  readonly addressee: Addressee;
  readonly late: readonly [Late, ...Late[]];
}

/**
 * What is still late of a letter, and is still for the address it was written to. What another is named for
 * by now, and whose owner has the ball, is put back: it is gathered anew when somebody can be told.
 * Undefined: nothing is left.
 */
export async function letterNow(platform: Platform, letterId: string): Promise<LetterNow | undefined> {
  return await transact(platform, systemCaller, async (tx) => {
    const letter = await lockAlarmLetter(tx, letterId);
    assert(letter !== undefined, "an alarm letter that was made is there");
    const alarms = await alarmsInLetter(tx, letterId);
    const looked = await lookAtAlarms({ query: tx.query, platform }, alarms);
    const email = (await personOf(tx, letter.personId ?? ""))?.email;
    const told = (await whoIsTold(tx, looked)).flatMap(({ alarm, late, reached }) => {
      const still = reached.find(({ person }) => person.email === email);
      return still === undefined ? [] : [{ ...still, alarm, late }];
    });
    const stays = new Set(told.map(({ alarm }) => nameOf(alarm)));
    const back = looked
      .filter((one) => one.late !== undefined || one.why === "owner_has_ball")
      .filter(({ alarm }) => !stays.has(nameOf(alarm)));
    if (back.length > 0) {
      await putBackAlarms(tx, JSON.stringify(back.map(({ alarm }) => alarm)), letterId);
      gatherAt(tx, tx.at);
    }
    const [first, ...rest] = told;
    return (
      first && {
        ...{ reader: first.person, addressee: first.addressee },
        late: [first.late, ...rest.map(({ late }) => late)],
      }
    );
  });
}
