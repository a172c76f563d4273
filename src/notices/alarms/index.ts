import type { Job } from "../../platform/index.ts";
import { lockAlarmLetter } from "./alarmStore.ts";
import { listAlarms } from "./listAlarms.ts";
import { makeAlarmLetters } from "./makeAlarmLetters.ts";
import { alarmReactions, noteAlarm, tellUnaddressed } from "./noteAlarm.ts";

export { countUnaddressed } from "./alarmStore.ts";
export { letterNow } from "./letterNow.ts";
export { listAlarms } from "./listAlarms.ts";
export type { Late } from "./lookAtAlarms.ts";

/** What telling our own people adds to the module. */
export const ofAlarms = {
  routes: [listAlarms],
  jobs: [noteAlarm as unknown as Job<never>, tellUnaddressed as unknown as Job<never>],
  reactions: alarmReactions,
  deadlines: [makeAlarmLetters],
  lockRoot: lockAlarmLetter,
} as const;
