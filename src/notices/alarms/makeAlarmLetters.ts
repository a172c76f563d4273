import { personsByIds } from "../../identity/index.ts";
import { type DeadlineKind, failPoint, newId, publicId, type Tx } from "../../platform/index.ts";
import type { Addressee } from "./addresseesOf.ts";
import { type AlarmKey, type AlarmState, type AlarmWhy, nameOf } from "./alarm.ts";
import {
  type AlarmLetter,
  holdOpenAlarms,
  insertAlarmLetters,
  type OpenAlarm,
  readersOfLetters,
  settleAlarms,
} from "./alarmStore.ts";
import { type Looked, lookAtAlarms } from "./lookAtAlarms.ts";
import { ALARM_LETTERS, gatherAt } from "./noteAlarm.ts";
import { type Told, whoIsTold } from "./whoIsTold.ts";

/**
 * So many are looked at together, and about so many told: what a long time without a server has left is told
 * within hours, not in one breath.
 */
const MOST = 500;
/** How long until those without an addressee are looked at again, if nobody is named before. */
const LOOK_AGAIN = { hours: 24 };

/** Makes one letter to each who is told, of all that waits. It is written before it is sent. */
export const makeAlarmLetters: DeadlineKind = {
  kind: ALARM_LETTERS,
  run: async (tx) => {
    const { looked, told, isMore } = await lookAtOpen(tx);
    const letters = lettersOf(tx, told);
    if (letters.length > 0) {
      await insertAlarmLetters(tx, JSON.stringify(letters), tx.at);
    }
    const settled = settledOf(looked, letters);
    const changed = settled.filter(({ state }, place) => state !== looked[place]?.alarm.state);
    if (changed.length > 0) {
      await settleAlarms(tx, JSON.stringify(changed), tx.at);
    }
    for (const { rootId, addressee, centreId, alarms } of letters) {
      const centre = centreId === null ? {} : { centreId: publicId("cen", centreId) };
      tx.record(rootId, [{ type: "AlarmLetterMade", addressee, ...centre, count: alarms.length }]);
    }
    lookAgain(tx, isMore, settled);
    logUnaddressed(tx, changed);
    failPoint(tx.platform, "alarm_letters_made");
  },
};

interface LookedAt {
  readonly looked: readonly Looked<OpenAlarm>[];
  readonly told: readonly Told[];
  /** There are more behind them. */
  readonly isMore: boolean;
}

/** Looks at what is open until there is enough to tell: what nobody can be told holds up nothing. */
async function lookAtOpen(tx: Tx): Promise<LookedAt> {
  const looked: Looked<OpenAlarm>[] = [];
  const told: Told[] = [];
  for (let last: OpenAlarm | undefined; ; ) {
    const place = [last?.at, last?.rootId, last?.kind, last?.subject];
    const open = await holdOpenAlarms(tx, MOST, last && last.state !== "waiting", ...place);
    const found = await lookAtAlarms({ query: tx.query, platform: tx.platform }, open);
    looked.push(...found);
    told.push(...(await toldAnew(tx, found)));
    last = open.at(-1);
    const isMore = open.length === MOST;
    if (!isMore || told.length >= MOST) {
      return { looked, told, isMore };
    }
  }
}

/** Who is told of each, but for those who have a letter with it; what nobody is told of is left out. */
async function toldAnew(tx: Tx, looked: readonly Looked<OpenAlarm>[]): Promise<readonly Told[]> {
  const known = await readersOf(
    tx,
    looked.flatMap(({ alarm }) => alarm.letters),
  );
  return (await whoIsTold(tx, looked))
    .map((told) => {
      const before = new Set(told.alarm.letters.map((letter) => known.get(letter)));
      return { ...told, reached: told.reached.filter(({ person }) => !before.has(person.email)) };
    })
    .filter(({ reached }) => reached.length > 0);
}

/** The addresses that these letters were written to, by letter. */
async function readersOf(tx: Tx, letters: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = letters.length === 0 ? [] : await readersOfLetters(tx, [...new Set(letters)]);
  const persons = await personsByIds(
    tx,
    rows.flatMap(({ personId }) => personId ?? []),
  );
  return new Map(
    rows.flatMap(({ rootId, personId }) => {
      const person = persons.get(personId ?? "");
      return person === undefined ? [] : [[rootId, person.email]];
    }),
  );
}

/** One letter to each address, whatever they are told as. */
function lettersOf(tx: Tx, told: readonly Told[]): readonly AlarmLetter[] {
  const each = told.flatMap(({ alarm, late, reached }) =>
    reached.map((one) => ({ ...one, centreId: late.centre?.centreId, alarm })),
  );
  return [...Map.groupBy(each, ({ person }) => person.email).values()].flatMap((together) => {
    const [first] = together;
    return first === undefined
      ? []
      : [
          {
            rootId: newId(tx.at),
            addressee: first.addressee,
            centreId: isOfCentre(first.addressee) ? (first.centreId ?? null) : null,
            personId: first.person.personId,
            alarms: together.map(({ alarm: { rootId, kind, subject } }) => ({ rootId, kind, subject })),
          },
        ];
  });
}

const isOfCentre = (addressee: Addressee) => addressee === "desk" || addressee === "lead";

interface Settled extends AlarmKey {
  readonly state: AlarmState;
  readonly why: AlarmWhy | null;
  readonly letters: readonly string[];
}

/** What became of each: it stands in letters, or there is a reason why not. Pure. */
function settledOf(
  looked: readonly Looked<OpenAlarm>[],
  letters: readonly AlarmLetter[],
): readonly Settled[] {
  const standsIn = Map.groupBy(
    letters.flatMap(({ rootId, alarms }) => alarms.map((alarm) => ({ letter: rootId, name: nameOf(alarm) }))),
    ({ name }) => name,
  );
  return looked.map((one) => {
    const { rootId, kind, subject } = one.alarm;
    const made = (standsIn.get(nameOf(one.alarm)) ?? []).map(({ letter }) => letter);
    const its = [...one.alarm.letters, ...made];
    const key = { rootId, kind, subject, letters: its };
    if (one.late === undefined) {
      return { ...key, state: one.why === "owner_has_ball" ? "paused" : "needless", why: one.why };
    }
    return its.length > 0
      ? { ...key, state: "gathered", why: null }
      : { ...key, state: "unaddressed", why: "nobody_named" };
  });
}

function lookAgain(tx: Tx, isMore: boolean, settled: readonly Settled[]): void {
  // Nothing says when an owner has given the ball back.
  if (isMore || settled.some(({ state }) => state === "paused")) {
    gatherAt(tx, tx.at);
  } else if (settled.some(({ state }) => state === "unaddressed")) {
    gatherAt(tx, tx.at.add(LOOK_AGAIN));
  }
}

/** What is looked at again is not said again: a figure and a list show it for as long as it lasts. */
function logUnaddressed(tx: Tx, changed: readonly Settled[]): void {
  const unaddressed = changed.filter(({ state }) => state === "unaddressed").length;
  if (unaddressed > 0) {
    tx.platform.log.error(
      { count: unaddressed },
      "promises run out and nobody is named who is told: set a centre's contacts, or OFFICE_MAIL",
    );
  }
}
