import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { badField, openText, type Platform, Problem, systemCaller, transact } from "../../platform/index.ts";
import { workShopOrder } from "../workShopOrder.ts";
import { keepMessage, openShopOrder } from "./messageStore.ts";
import { PAID, parseMessage, REFUNDED, readShopMessage, type ShopTold } from "./readShopMessage.ts";
import { secretOf, shopIdOf } from "./shop.ts";
import type { MessageOutcome, MessageState } from "./shopMessage.ts";
import { shopToCheck } from "./shopStore.ts";
import { isSigned } from "./signature.ts";

/** A message as it came: its bytes are what was signed. */
export interface RawMessage {
  readonly body: Buffer;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Keeps a message of a shop's, once, and has it worked. True when it was news. Errors: Problem 404 for a shop
 * we do not know or that is off, 401 for a signature that is not its own: nothing is kept then; 400 without
 * the headers a shop sends.
 */
export async function receiveShopMessage(
  platform: Platform,
  id: string,
  { body, headers }: RawMessage,
): Promise<boolean> {
  const shopId = shopIdOf(id);
  const shop = await shopToCheck(platform.database, shopId);
  // One answer for a shop that is not there and for a wrong signature: nobody learns which shops there are.
  const secret = shop === undefined ? "" : openText(platform.secrets, secretOf(shopId), shop.secret);
  const isRight = isSigned(secret, body, headers["x-shopify-hmac-sha256"]);
  if (shop === undefined || !isRight) {
    const says = "This message is not signed with the secret of this shop. Nothing of it was kept.";
    throw new Problem(401, "signature_not_valid", says);
  }
  if (shop.state === "off") {
    throw new Problem(404, "not_found", "This shop is switched off. Switch it on to take its messages.");
  }
  const messageId = demandHeader(headers, "x-shopify-webhook-id", 100);
  const topic = demandHeader(headers, "x-shopify-topic", 60);
  return await keepOnce(platform, shopId, { messageId, topic, body });
}

/** A message whose signature was right. */
interface SignedMessage {
  readonly messageId: string;
  readonly topic: string;
  readonly body: Buffer;
}

async function keepOnce(platform: Platform, shopId: string, message: SignedMessage): Promise<boolean> {
  const { messageId, topic, body } = message;
  const isOurs = topic === PAID || topic === REFUNDED;
  const told = isOurs ? readShopMessage(topic, parseMessage(body.toString("utf8"))) : undefined;
  const ignored: MessageOutcome = isOurs ? "not_readable" : "topic_unknown";
  return await transact(platform, systemCaller, async (tx) => {
    const keep = (subject: string | null, state: MessageState, outcome: MessageOutcome | null) =>
      keepMessage(
        tx,
        ...[shopId, messageId, topic, told?.shopOrder ?? null, subject, digestOf(told ?? body)],
        ...[state === "new" ? JSON.stringify(told) : null, state, outcome, tx.at],
      );
    if (told === undefined) {
      return (await keep(null, "ignored", ignored)) !== undefined;
    }
    const subject = told.kind === "paid" ? told.shopOrder : told.refund;
    await openShopOrder(tx, shopId, told.shopOrder);
    if ((await keep(subject, "new", null)) === undefined) {
      // Another message that says the same is noted as such; the same message again is not noted at all.
      await keep(null, "repeated", null);
      return false;
    }
    tx.enqueue(workShopOrder, { shopId, shopOrder: told.shopOrder });
    return true;
  });
}

/** Of what was understood: two messages that mean the same are one, however they are written. */
function digestOf(what: ShopTold | Buffer): Buffer {
  const bytes = Buffer.isBuffer(what) ? what : JSON.stringify(what);
  return createHash("sha256").update(bytes).digest();
}

function demandHeader(headers: IncomingHttpHeaders, name: string, most: number): string {
  const value = headers[name];
  if (typeof value !== "string" || value.length > most || !/^[\x21-\x7e]+$/.test(value)) {
    throw badField(`/headers/${name}`, "missing", `Send the header ${name}: up to ${most} characters.`);
  }
  return value;
}
