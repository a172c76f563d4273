import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Static, Type } from "typebox";
import { notFound, type Platform, Problem, shape } from "../platform/index.ts";
import { demandOwnOrigin } from "./ownOrigin.ts";
import { type Session, sessionOf } from "./session.ts";
import { deleteOtherSessions, deleteSessionOfLogin, sessionsOfLogin } from "./sessionStore.ts";

const SessionParams = shape({ id: Type.String({ pattern: "^[0-9A-Za-z_-]{1,40}$" }) });
type WithId = { Params: Static<typeof SessionParams> };

/**
 * Where somebody is signed in: GET /auth/sessions lists their own, DELETE ends one of them, or with no id
 * every other.
 */
export function sessionRoutes(http: FastifyInstance, platform: Platform): void {
  http.get("/auth/sessions", { schema: { hide: true } }, async (request, reply) => {
    const { loginId, sessionId } = await demandSession(platform, request);
    const sessions = await sessionsOfLogin(platform.database, loginId);
    const data = sessions.map((session) => ({
      id: session.sessionId,
      isThisOne: session.sessionId === sessionId,
      startedAt: session.startedAt.toString(),
      usedAt: session.usedAt.toString(),
    }));
    return reply.header("cache-control", "no-store").send({ data });
  });
  http.delete("/auth/sessions", { schema: { hide: true } }, async (request, reply) => {
    const { loginId, sessionId } = await demandOwnSession(platform, request);
    await deleteOtherSessions(platform.database, loginId, sessionId);
    return done(reply);
  });
  const options = { schema: { hide: true, params: SessionParams } };
  http.delete<WithId>("/auth/sessions/:id", options, async (request, reply) => {
    const { loginId } = await demandOwnSession(platform, request);
    if ((await deleteSessionOfLogin(platform.database, loginId, request.params.id)) === 0) {
      throw notFound("session");
    }
    return done(reply);
  });
}

function done(reply: FastifyReply): FastifyReply {
  return reply.code(204).header("cache-control", "no-store").send();
}

/** For what changes something: a page elsewhere must not. */
async function demandOwnSession(platform: Platform, request: FastifyRequest): Promise<Session> {
  demandOwnOrigin(platform, request);
  return await demandSession(platform, request);
}

async function demandSession(platform: Platform, request: FastifyRequest): Promise<Session> {
  const session = await sessionOf(platform, request);
  if (session === undefined) {
    throw new Problem(401, "not_signed_in", "Sign in first.");
  }
  return session;
}
