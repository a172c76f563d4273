import type { Job, Module, Platform } from "../platform/index.ts";
import { countUnaddressed, ofAlarms } from "./alarms/index.ts";
import { listLetters } from "./listLetters.ts";
import { reactions } from "./reactions.ts";
import { resetText } from "./resetText/resetText.ts";
import { sendAgain } from "./sendAgain/sendAgain.ts";
import { sendNotice } from "./sendNotice.ts";
import { setText } from "./setText/setText.ts";
import { countUndelivered } from "./store.ts";
import { listTexts, previewText } from "./texts/index.ts";

export type { listAlarms } from "./alarms/index.ts";
export { calendarFile } from "./calendarFile.ts";
export type { listLetters } from "./listLetters.ts";
export type { resetText } from "./resetText/resetText.ts";
export type { sendAgain } from "./sendAgain/sendAgain.ts";
export { senderOf } from "./senderOf.ts";
export type { setText } from "./setText/setText.ts";
export type { listTexts, previewText } from "./texts/index.ts";

/** Mails that follow what happened. */
export const notices: Module = {
  name: "notices",
  routes: [listLetters, sendAgain, listTexts, previewText, setText, resetText, ...ofAlarms.routes],
  jobs: [sendNotice as unknown as Job<never>, ...ofAlarms.jobs],
  reactions: [...reactions, ...ofAlarms.reactions],
  deadlines: ofAlarms.deadlines,
  lockSeldomRoot: async (tx, rootId) => (await ofAlarms.lockRoot(tx, rootId)) !== undefined,
};

/** Lets whoever watches the metrics see how many letters wait for a person. */
export function watchLetters(platform: Platform): void {
  platform.metrics.watch("evermend_letters_undelivered", "Letters that could not be sent", async () => {
    const [found] = await countUndelivered(platform.database);
    return found?.count ?? 0;
  });
  const unaddressed = "Promises that ran out and reach nobody";
  platform.metrics.watch("evermend_alarms_unaddressed", unaddressed, async () => {
    const [found] = await countUnaddressed(platform.database);
    return found?.count ?? 0;
  });
}
