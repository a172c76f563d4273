import type { FastifyRequest } from "fastify";
import { type Caller, type Platform, Problem, transact } from "../platform/index.ts";
import { budgets, giveBack, RESEND_SECONDS, spend } from "./budgets.ts";
import { CODE_MINUTES, mailSignInCode, sealedCodeMail } from "./codeMail.ts";
import { demandEmail } from "./email.ts";
import { networkAddress } from "./networkAddress.ts";
import { demandOwnOrigin } from "./ownOrigin.ts";
import { endedSessionCookie, forgetWhatEnded, sessionCookie, sessionTokenOf } from "./session.ts";
import { deleteSession } from "./sessionStore.ts";
import { signInLibrary } from "./signInLibrary.ts";

const nobody: Caller = { role: "public", id: "public" };

/** What somebody who asked for a code is told, whoever they are. */
export interface CodeRequested {
  readonly resendAfterSeconds: number;
  readonly validMinutes: number;
}

/**
 * Mails a sign-in code to an address, known or not: the answer is the same. `network` is the caller's
 * address.
 * Errors: Problem 400 for what is no e-mail address, 429 when asked too often.
 */
export async function requestCode(
  platform: Platform,
  typed: string,
  network: string | undefined,
): Promise<CodeRequested> {
  const email = demandEmail(typed);
  await spend(platform, budgets.codesMailedNetwork, networkAddress(network) ?? network);
  await spend(platform, budgets.resend, email);
  await spend(platform, budgets.codesMailed, email);
  const code = await signInLibrary(platform).makeCode(email);
  await transact(platform, nobody, async (tx) =>
    tx.enqueue(mailSignInCode, sealedCodeMail(platform, email, code)),
  );
  return { resendAfterSeconds: RESEND_SECONDS, validMinutes: CODE_MINUTES };
}

/**
 * Signs in with a mailed code and answers with the set-cookie header. The session that was there ends.
 * Errors: Problem 400 for a code that is wrong, used or ended (which, is not said), 403 from another site's
 * page, 429 after too many wrong ones, also when new codes were asked for in between.
 */
export async function signInWithCode(
  platform: Platform,
  typed: string,
  code: string,
  request: FastifyRequest,
): Promise<string> {
  demandOwnOrigin(platform, request);
  const email = demandEmail(typed);
  const network = networkAddress(request.ip);
  await spend(platform, budgets.wrongCodesNetwork, network);
  await spend(platform, budgets.wrongCodes, email);
  const digits = code.normalize("NFKC").replaceAll(/[\s-]/g, "");
  const token = await signInLibrary(platform).openWithCode(email, digits);
  if (token === undefined) {
    throw new Problem(400, "code_not_valid", "This code is not right or no longer works. Ask for a new one.");
  }
  await Promise.all([
    giveBack(platform, budgets.wrongCodesNetwork, network),
    giveBack(platform, budgets.wrongCodes, email),
    endSession(platform, request),
    forgetWhatEnded(platform),
  ]);
  return sessionCookie(platform, token);
}

/** Ends the session of a request and answers with the set-cookie header that takes it away. */
export async function signOut(platform: Platform, request: FastifyRequest): Promise<string> {
  demandOwnOrigin(platform, request);
  await endSession(platform, request);
  return endedSessionCookie(platform);
}

/** Ends the session a request carries, if any. */
export async function endSession(platform: Platform, request: FastifyRequest): Promise<void> {
  const token = sessionTokenOf(platform, request);
  if (token !== undefined) {
    await deleteSession(platform.database, token);
  }
}
