import { type Caller, Problem, systemClock } from "../platform/index.ts";

const FRESH_MINUTES = 15;

/**
 * Lets through who has just proved who they are: a session may have been left open. A key was made for
 * what it does and proves nothing anew. Errors: Problem 401 for an older sign-in.
 */
export function demandFreshSignIn({ signedInAt }: Caller, now = systemClock.now()): void {
  if (signedInAt !== undefined && signedInAt.until(now).total("minutes") > FRESH_MINUTES) {
    const since = `This needs a sign-in of the last ${FRESH_MINUTES} minutes.`;
    const says = `${since} Sign in again, then send it again.`;
    throw new Problem(401, "sign_in_again", says);
  }
}
