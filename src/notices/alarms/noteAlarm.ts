import {
  type Along,
  type DomainEvent,
  type Job,
  type Queryable,
  type Reaction,
  reaction,
  systemCaller,
  type Tx,
  transact,
} from "../../platform/index.ts";
import { type AlarmKey, raisedBy } from "./alarm.ts";
import { anyUnaddressed, insertAlarm, lostAlarms } from "./alarmStore.ts";

/** What gathers them hangs at no device: a name in place of a root, as the night's does. */
export const ALARMS = "alarms";
/** When letters are made of what waits. */
export const ALARM_LETTERS = "alarm_letters";

const HOUR_MS = 3_600_000;
/** Past the hour: what runs out on the hour, as much does, is told at once. */
const PAST_MS = 300_000;

/** When what is raised now is told: an hour's alarms together, five minutes past. Pure. */
export function toldAt(at: Temporal.Instant): Temporal.Instant {
  const hours = Math.floor((at.epochMilliseconds - PAST_MS) / HOUR_MS) + 1;
  return Temporal.Instant.fromEpochMilliseconds(hours * HOUR_MS + PAST_MS);
}

/** Has letters made five minutes past the next hour. Each hour by itself: the next puts none off. */
export function gatherAt(tx: Tx, at: Temporal.Instant): void {
  const due = toldAt(at);
  tx.schedule(ALARMS, ALARM_LETTERS, due.toString(), due);
}

const noteAlong: Along<AlarmKey> = async (tx, { rootId, kind, subject }) => {
  if ((await insertAlarm(tx, rootId, kind, subject, tx.at)) !== undefined) {
    gatherAt(tx, tx.at);
  }
  return true;
};

/** Notes what somebody of ours is to be told, once. */
export const noteAlarm: Job<AlarmKey> = {
  name: "note_alarm",
  run: async (platform, alarm) => {
    await transact(platform, systemCaller, async (tx) => await noteAlong(tx, alarm));
  },
};

/** Looks again for who is told of what had nobody: somebody may be named by now. */
export const tellUnaddressed: Job<{ readonly centreId: string }> = {
  name: "tell_unaddressed",
  run: async (platform) => {
    await transact(platform, systemCaller, async (tx) => {
      if ((await anyUnaddressed(tx)) !== undefined) {
        gatherAt(tx, tx.at);
      }
    });
  },
};

/** In the transaction that reaches a tier, so that none is reached that nobody is told of. */
export const alarmReactions: readonly Reaction[] = [
  ...Object.entries(raisedBy).map(([on, { kind, of }]) =>
    reaction(
      on,
      noteAlarm,
      (event: DomainEvent, rootId) => {
        const body = event as unknown as Readonly<Record<string, unknown>>;
        return { rootId, kind, subject: of.map((name) => String(body[name])).join("/") };
      },
      async (db: Queryable, before) => {
        const lost = await lostAlarms(db, on, before, ...of, kind);
        return lost.map(({ rootId, subject }) => ({ rootId, kind, subject }));
      },
      noteAlong,
    ),
  ),
  reaction("CentreContactsSet", tellUnaddressed, (_event, centreId) => ({ centreId })),
];
