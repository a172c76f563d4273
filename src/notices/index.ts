import type { Job, Module, Platform } from "../platform/index.ts";
import { listLetters } from "./listLetters.ts";
import { reactions } from "./reactions.ts";
import { sendAgain } from "./sendAgain/sendAgain.ts";
import { sendNotice } from "./sendNotice.ts";
import { countUndelivered } from "./store.ts";

export { calendarFile } from "./calendarFile.ts";
export type { listLetters } from "./listLetters.ts";
export type { sendAgain } from "./sendAgain/sendAgain.ts";
export { senderOf } from "./senderOf.ts";

/** Mails that follow what happened. */
export const notices: Module = {
  name: "notices",
  routes: [listLetters, sendAgain],
  jobs: [sendNotice as unknown as Job<never>],
  reactions,
};

/** Lets whoever watches the metrics see how many letters wait for a person. */
export function watchLetters(platform: Platform): void {
  platform.metrics.watch("evermend_letters_undelivered", "Letters that could not be sent", async () => {
    const [found] = await countUndelivered(platform.database);
    return found?.count ?? 0;
  });
}
