import type { FastifyRequest } from "fastify";
import {
  type Authenticate,
  type Caller,
  isProvedLater,
  keyNotValid,
  type Platform,
  Problem,
} from "../platform/index.ts";
import { callerOfKey, rememberedCaller } from "./key.ts";
import { isLive, readLink } from "./link.ts";
import { networkAddress } from "./networkAddress.ts";
import { demandOwnOrigin } from "./ownOrigin.ts";
import { callerOfSession, sessionOf } from "./session.ts";

/** The header and the cookie that carry a link's token. */
export const LINK_HEADER = "x-evermend-link";
export const LINK_COOKIE = "link";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Finds out who asks: an API key, else a session, else a link, else the public. Nothing in a body or query
 * counts.
 * Errors: Problem 401 for a key or link header that is not valid or has ended, 403 for a session used from
 * another site's page.
 */
export function authenticate(platform: Platform): Authenticate {
  return async (request) => {
    const caller = await identify(platform, request);
    const address = networkAddress(request.ip);
    return address === undefined ? caller : { ...caller, address };
  };
}

async function identify(platform: Platform, request: FastifyRequest): Promise<Caller> {
  if (request.headers.authorization !== undefined) {
    return await keyCaller(platform, request.headers.authorization, isProvedLater(request));
  }
  const [sent, kept] = [sentLink(platform, request), keptLink(platform, request)];
  const session = await sessionOf(platform, request);
  // What a browser sends by itself, a page elsewhere can make it send.
  if ((session ?? kept) !== undefined && !SAFE_METHODS.has(request.method)) {
    demandOwnOrigin(platform, request);
  }
  const link = sent ?? kept;
  if (session === undefined) {
    return link === undefined ? { role: "public", id: "public" } : linkCaller(link);
  }
  const caller = callerOfSession(session);
  return link === undefined ? caller : { ...caller, link };
}

async function keyCaller(platform: Platform, header: string, provedLater: boolean): Promise<Caller> {
  const [, token] = /^bearer ([\x21-\x7e]{1,200})$/i.exec(header) ?? [];
  const known = token !== undefined && provedLater ? rememberedCaller(platform, token) : undefined;
  const caller = known ?? (token === undefined ? undefined : await callerOfKey(platform, token));
  if (caller === undefined) {
    throw keyNotValid();
  }
  return caller;
}

/** A link in a header was sent on purpose, so a wrong one is said. */
function sentLink(platform: Platform, request: FastifyRequest): Caller["link"] | undefined {
  const header = request.headers[LINK_HEADER];
  if (header === undefined) {
    return undefined;
  }
  const link = typeof header === "string" ? readLink(platform, header) : undefined;
  if (link === undefined) {
    throw new Problem(401, "link_not_valid", "This link is not one of ours. Open it from the mail again.");
  }
  if (!isLive(platform, link)) {
    const way = "Sign in with the address its mail came to: you see it there. A newer mail has a newer link.";
    throw new Problem(401, "link_ended", `This link worked until ${link.endsAt}. ${way}`);
  }
  return { kind: link.kind, id: link.id };
}

/** A link in a cookie may only be old, so a wrong one is none. */
function keptLink(platform: Platform, request: FastifyRequest): Caller["link"] | undefined {
  const cookie = request.cookies[LINK_COOKIE];
  const link = cookie === undefined ? undefined : readLink(platform, cookie);
  return link !== undefined && isLive(platform, link) ? { kind: link.kind, id: link.id } : undefined;
}

/** Whoever holds a link is an owner of one thing: without an address they see nothing else. */
function linkCaller(link: NonNullable<Caller["link"]>): Caller {
  return { role: "owner", id: `link:${link.id}`, link };
}
