import { randomBytes } from "node:crypto";
import formbody from "@fastify/formbody";
import type {} from "@fastify/swagger";
import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from "fastify";
import { type Static, type TSchema, Type } from "typebox";
import { Email, type Platform, shape } from "../platform/index.ts";
import { linkPage, linkPageHeaders } from "./linkPage.ts";
import { passkeyRoutes } from "./passkeyRoutes.ts";
import { sessionOf } from "./session.ts";
import { sessionRoutes } from "./sessionRoutes.ts";
import { requestCode, signInWithCode, signOut } from "./signIn.ts";
import { linkIsReady, signInWithLink } from "./signInLink.ts";

const CodeBody = shape({ email: Email });
const SessionBody = shape({ email: Email, code: Type.String({ minLength: 6, maxLength: 20 }) });
const LinkParams = shape({ token: Type.String({ pattern: "^[\\w-]{43}$" }) });

const FORM = "application/x-www-form-urlencoded";

/** Sign-in over HTTP: `/auth/…` for pages and the console, `/sign-in/{token}` for one-time links. */
export function identityPlugin(platform: Platform): FastifyPluginAsync {
  return async (http) => {
    if (!http.hasContentTypeParser(FORM)) {
      await http.register(formbody);
    }
    serveSessions(http, platform);
    sessionRoutes(http, platform);
    serveLinks(http, platform);
    passkeyRoutes(http, platform);
  };
}

type With<Body extends TSchema> = { Body: Static<Body> };

function serveSessions(http: FastifyInstance, platform: Platform): void {
  http.post<With<typeof CodeBody>>(
    "/auth/code",
    { schema: { hide: true, body: CodeBody } },
    async (request, reply) => {
      const requested = await requestCode(platform, request.body.email, request.ip);
      return reply.code(202).header("cache-control", "no-store").send(requested);
    },
  );
  http.post<With<typeof SessionBody>>(
    "/auth/session",
    { schema: { hide: true, body: SessionBody } },
    async (request, reply) => {
      const { email, code } = request.body;
      return await withCookie(reply, await signInWithCode(platform, email, code, request));
    },
  );
  http.delete("/auth/session", { schema: { hide: true } }, async (request, reply) =>
    withCookie(reply, await signOut(platform, request)),
  );
  http.get("/auth/session", { schema: { hide: true } }, async (request, reply) => {
    const session = await sessionOf(platform, request);
    return reply.header("cache-control", "no-store").send(
      session === undefined
        ? { role: "public", email: null, name: null, teamRole: null }
        : {
            role: session.role ?? "owner",
            email: session.email,
            name: session.name,
            teamRole: session.teamRole,
          },
    );
  });
}

function withCookie(reply: FastifyReply, cookie: string): FastifyReply {
  return reply.code(204).header("cache-control", "no-store").header("set-cookie", cookie).send();
}

type WithToken = { Params: Static<typeof LinkParams> };

function serveLinks(http: FastifyInstance, platform: Platform): void {
  const options = { schema: { hide: true, params: LinkParams } };
  http.get<WithToken>("/sign-in/:token", options, async (request, reply) => {
    const ready = await linkIsReady(platform, request.params.token, request.ip);
    return showLink(platform, reply, ready);
  });
  http.post<WithToken>("/sign-in/:token", options, async (request, reply) => {
    const signedIn = await signInWithLink(platform, request.params.token, request);
    return signedIn === undefined
      ? showLink(platform, reply, false)
      : reply
          .header("set-cookie", signedIn.cookie)
          .header("cache-control", "no-store")
          .redirect(signedIn.goesTo, 303);
  });
}

function showLink(platform: Platform, reply: FastifyReply, ready: boolean): FastifyReply {
  const nonce = randomBytes(16).toString("base64url");
  return reply
    .code(ready ? 200 : 410)
    .headers(linkPageHeaders(nonce))
    .send(linkPage(platform.config.brandName, ready, nonce));
}
