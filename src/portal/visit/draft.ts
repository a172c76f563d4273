import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type {} from "@fastify/cookie";
import type { FastifyRequest } from "fastify";
import type { Platform } from "../../platform/index.ts";
import { seal, unseal } from "./seal.ts";

/** Answers of one form, by field name. */
export type Answers = Readonly<Record<string, string>>;

/** What a person has told us so far and has not sent yet. It lives sealed in their own browser, for a day. */
export type Draft = {
  /** Ties forms to this browser. */
  readonly id: string;
  readonly parts: Map<DraftPart, Answers>;
  changed: boolean;
};

export type DraftPart = "activation" | "activated" | "report" | "signIn" | "checkout" | "videoCheck";

const daySeconds = 24 * 60 * 60;
const idBytes = 16;

/** Reads the draft a request carries, or begins an empty one. */
export function draftOf(platform: Platform, request: FastifyRequest): Draft {
  const cookie = request.cookies[draftCookieName(platform)];
  const kept = cookie === undefined ? undefined : unseal(platform, cookie);
  if (kept !== undefined) {
    const { id, parts } = kept as { id: string; parts: [DraftPart, Answers][] };
    return { id, parts: new Map(parts), changed: false };
  }
  return { id: randomBytes(idBytes).toString("base64url"), parts: new Map(), changed: true };
}

/** Keeps the answers of one form, or forgets them. */
export function keep(draft: Draft, part: DraftPart, answers: Answers | undefined): void {
  draft.changed = true;
  if (answers === undefined) {
    draft.parts.delete(part);
  } else {
    draft.parts.set(part, answers);
  }
}

/** Forgets every answer: the next person at this browser starts anew. */
export function forget(draft: Draft): void {
  draft.changed = true;
  draft.parts.clear();
}

/** The set-cookie header of a draft. */
export function draftCookie(platform: Platform, draft: Draft): string {
  const value = seal(platform, { id: draft.id, parts: [...draft.parts] });
  const secure = platform.config.publicUrl.startsWith("https:") ? "; Secure" : "";
  const name = draftCookieName(platform);
  return `${name}=${value}; Max-Age=${daySeconds}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

function draftCookieName(platform: Platform): string {
  return platform.config.publicUrl.startsWith("https:") ? "__Host-evermend_draft" : "evermend_draft";
}

const formTokens = new WeakMap<Draft, string>();

/** The token that forms of this browser carry. It is reckoned once for all forms of a page. */
export function formTokenOf({ secrets }: Platform, draft: Draft): string {
  const token =
    formTokens.get(draft) ??
    createHmac("sha256", secrets.sessionSecret).update(`form ${draft.id}`).digest("base64url");
  formTokens.set(draft, token);
  return token;
}

/** Whether a token was given out to this browser. */
export function isFormToken(platform: Platform, draft: Draft, token: string): boolean {
  const [given, ours] = [Buffer.from(token), Buffer.from(formTokenOf(platform, draft))];
  return given.length === ours.length && timingSafeEqual(given, ours);
}
