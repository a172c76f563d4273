import { messageByNo } from "../claims/index.ts";
import { aboutCase, type CaseLetter } from "./claimLetters.ts";
import type { Mailing } from "./mailing.ts";
import { filesRefused, messageReceived } from "./templates/messageReceived.ts";

/** What the bench wrote, and what became of the files of a mail, goes to who reported the case. */
const messageLetter: CaseLetter = async (db, deviceId, body) => {
  const claimNo = Number(body.claimNo);
  const message = await messageByNo(db, deviceId, claimNo, Number(body.messageNo));
  if (message === undefined || message.side === "owner") {
    return undefined;
  }
  const { text, evidence, side } = message;
  const write = aboutCase(({ facts }) =>
    side === "system"
      ? filesRefused({ ...facts, text })
      : messageReceived({ ...facts, text, pieces: evidence.length }),
  );
  return await write(db, deviceId, body);
};

export const messageMailings: readonly Mailing[] = [
  { on: "MessageSent", template: "messageReceived", address: messageLetter },
];
