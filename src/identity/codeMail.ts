import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { type Job, newId, type Platform, systemClock } from "../platform/index.ts";
import { words } from "./words/en.ts";

/** How long a mailed code works. */
export const CODE_MINUTES = 10;

/** A code on its way to its mail. */
interface CodeMail {
  readonly id: string;
  readonly email: string;
  readonly code: string;
  readonly endsAt: string;
}

const CIPHER = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Mails a sign-in code. A code that has ended meanwhile is not sent. */
export const mailSignInCode: Job<{ readonly sealed: string }> = {
  name: "mail_sign_in_code",
  run: async (platform, { sealed }) => {
    const { id, email, code, endsAt } = unseal(platform, sealed);
    if (Temporal.Instant.compare(systemClock.now(), endsAt) >= 0) {
      return;
    }
    const brand = platform.config.brandName;
    await platform.mailer.send({
      to: email,
      subject: words.codeSubject(brand, code),
      text: words.codeText(brand, code, CODE_MINUTES),
      messageId: `sign-in-code-${id}`,
    });
  },
};

/**
 * The job's data for a code: sealed, because neither the code nor the address may stand in the queue in
 * clear.
 */
export function sealedCodeMail(platform: Platform, email: string, code: string): { sealed: string } {
  const now = systemClock.now();
  const endsAt = now.add({ minutes: CODE_MINUTES }).toString();
  const mail: CodeMail = { id: newId(now), email, code, endsAt };
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(platform), iv);
  const body = Buffer.concat([cipher.update(JSON.stringify(mail), "utf8"), cipher.final()]);
  return { sealed: Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url") };
}

function unseal(platform: Platform, sealed: string): CodeMail {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv(CIPHER, keyOf(platform), bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const body = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  return JSON.parse(body.toString("utf8")) as CodeMail;
}

function keyOf(platform: Platform): Buffer {
  return Buffer.from(hkdfSync("sha256", platform.secrets.sessionSecret, "", "evermend code mail 1", 32));
}
