import type { Tx } from "../../platform/index.ts";
import type { Claim } from "../claim.ts";
import type { Message, MessageSide, MessageWay } from "./message.ts";
import { insertMessage } from "./messageStore.ts";

/** What a message says, and where from. */
export interface Written {
  readonly side: MessageSide;
  readonly via: MessageWay;
  readonly text: string;
  readonly evidence?: readonly number[];
  readonly mail?: { readonly mailId: string; readonly sender: string; readonly isVerified: boolean };
}

/**
 * Writes a message into a case whose device is locked, and records it. Undefined: its mail has been written
 * before.
 */
export async function writeMessage(
  tx: Tx,
  { deviceId, no: claimNo }: Pick<Claim, "deviceId" | "no">,
  { side, via, text, evidence = [], mail }: Written,
): Promise<Message | undefined> {
  const from = [mail?.mailId ?? null, mail?.sender ?? null, mail?.isVerified ?? true];
  const told = [side, via, tx.caller.id, text, evidence];
  const message = await insertMessage(tx, deviceId, claimNo, ...told, ...from, tx.at);
  if (message !== undefined) {
    tx.record(deviceId, [{ type: "MessageSent", claimNo, messageNo: message.no, side, via }]);
  }
  return message;
}
