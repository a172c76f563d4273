import { createHmac } from "node:crypto";
import type {} from "@fastify/cookie";
import type { FastifyRequest } from "fastify";
import { type Caller, type Platform, systemClock } from "../platform/index.ts";
import { inTeam } from "./inTeam.ts";
import { forgetEndedSessions, type SessionRow, selectSession, touchSession } from "./sessionStore.ts";
import { sameBytes } from "./token.ts";

/**
 * How long a session lasts at the most; a member's, and one that is not used, ends sooner (`selectSession`).
 */
export const SESSION_SECONDS = 7 * 24 * 3600;

/** Who is signed in: the login, and what its proved address may be today. */
export type Session = SessionRow;

/** The cookie that carries a session. Over https its prefix keeps other hosts from setting it. */
export function sessionCookieName(platform: Platform): string {
  return isSecure(platform) ? "__Host-evermend_session" : "evermend_session";
}

/** Whether people reach us over https. */
export function isSecure(platform: Platform): boolean {
  return platform.config.publicUrl.startsWith("https:");
}

/** The set-cookie header of a session. The signature is the sign-in library's: base64 of an HMAC-SHA-256. */
export function sessionCookie(platform: Platform, token: string): string {
  const value = encodeURIComponent(`${token}.${signatureOf(platform, token)}`);
  return cookieLine(platform, value, SESSION_SECONDS);
}

/** Takes away sessions that have ended. Each sign-in does, so no clock has to. */
export async function forgetWhatEnded(platform: Platform): Promise<void> {
  await forgetEndedSessions(platform.database);
}

/** The set-cookie header that takes the session away. */
export function endedSessionCookie(platform: Platform): string {
  return cookieLine(platform, "", 0);
}

function cookieLine(platform: Platform, value: string, maxAge: number): string {
  const secure = isSecure(platform) ? "; Secure" : "";
  const attributes = `Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=Lax${secure}`;
  return `${sessionCookieName(platform)}=${value}; ${attributes}`;
}

/** The session token of a request whose signature is ours; undefined when there is none. */
export function sessionTokenOf(platform: Platform, request: FastifyRequest): string | undefined {
  const value = request.cookies[sessionCookieName(platform)];
  const dot = value?.lastIndexOf(".") ?? -1;
  if (value === undefined || dot < 1) {
    return undefined;
  }
  const token = value.slice(0, dot);
  const signed = sameBytes(Buffer.from(value.slice(dot + 1)), Buffer.from(signatureOf(platform, token)));
  return signed ? token : undefined;
}

function signatureOf(platform: Platform, token: string): string {
  return createHmac("sha256", platform.secrets.sessionSecret).update(token).digest("base64");
}

const asked = new WeakMap<FastifyRequest, Promise<Session | undefined>>();

/** Who is signed in with this request. Read from the database once a request and never kept longer. */
export async function sessionOf(platform: Platform, request: FastifyRequest): Promise<Session | undefined> {
  const token = sessionTokenOf(platform, request);
  if (token === undefined) {
    return undefined;
  }
  const known = asked.get(request);
  if (known !== undefined) {
    return await known;
  }
  const found = selectSession(platform.database, token);
  asked.set(request, found);
  const session = await found;
  if (session !== undefined) {
    noteUse(platform, session);
  }
  return session;
}

/** Sessions whose use is being noted: a page asks for much at once. */
const noting = new Set<string>();

/** Nobody waits for this, and a request in the same minute does not send it again. */
function noteUse(platform: Platform, { sessionId, usedAt }: Session): void {
  const minuteAgo = systemClock.now().subtract({ minutes: 1 });
  if (Temporal.Instant.compare(usedAt, minuteAgo) > 0 || noting.has(sessionId)) {
    return;
  }
  noting.add(sessionId);
  touchSession(platform.database, sessionId)
    .catch((error: unknown) => platform.log.warn({ err: error }, "the use of a session was not noted"))
    .finally(() => noting.delete(sessionId));
}

/** The caller a session stands for: a member's role, else an owner. */
export function callerOfSession({ role, loginId, email, startedAt, ...member }: Session): Caller {
  const caller = { role: role ?? "owner", id: `person:${loginId}`, email, signedInAt: startedAt } as const;
  return { ...caller, ...inTeam(member) };
}
