import type { DeadlineKind, Job } from "../platform/index.ts";
import { messageDue, TELLS } from "./providers/test/testMessages.ts";
import { receiveMessage } from "./webhooks/receiveMessage.ts";

/** The test bank says something, through the same door as a real one. */
export const tellTestMessage: Job<{ readonly key: string }> = {
  name: "tell_test_message",
  run: async (platform, { key }) => {
    await receiveMessage(platform, "test", messageDue(platform, key));
  },
};

/** Lets the test bank speak when its time has come. */
export const testBankTells: DeadlineKind = {
  kind: TELLS,
  run: async (tx, { key }) => tx.enqueue(tellTestMessage, { key }),
};
