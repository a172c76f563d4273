import { createHmac, timingSafeEqual } from "node:crypto";

/** What a shop signs its messages with: HMAC-SHA256 over the bytes, in base64. */
export function signatureOf(secret: string, body: Buffer): string {
  return createHmac("sha256", secret).update(body).digest("base64");
}

/** Whether a message is signed with this secret. Takes as long for a nearly right one as for a wrong one. */
export function isSigned(secret: string, body: Buffer, signature: unknown): boolean {
  const right = Buffer.from(signatureOf(secret, body));
  const sent = Buffer.from(typeof signature === "string" ? signature : "");
  return sent.length === right.length && timingSafeEqual(sent, right);
}
