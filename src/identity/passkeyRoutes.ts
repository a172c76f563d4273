import type {} from "@fastify/swagger";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Platform, Problem } from "../platform/index.ts";
import { budgets, spend } from "./budgets.ts";
import { networkAddress } from "./networkAddress.ts";
import { demandOwnOrigin } from "./ownOrigin.ts";
import { sessionOf } from "./session.ts";
import { LIBRARY_PATH, signInLibrary } from "./signInLibrary.ts";

/** The library's paths that are served, and nothing else of it: what is not listed does not exist. */
const PATHS = [
  { method: "GET", path: "/passkey/generate-authenticate-options", signedIn: false },
  { method: "POST", path: "/passkey/verify-authentication", signedIn: false },
  { method: "GET", path: "/passkey/generate-register-options", signedIn: true },
  { method: "POST", path: "/passkey/verify-registration", signedIn: true },
  { method: "GET", path: "/passkey/list-user-passkeys", signedIn: true },
  { method: "POST", path: "/passkey/delete-passkey", signedIn: true },
  { method: "POST", path: "/passkey/update-passkey", signedIn: true },
] as const;

/** Serves passkeys: adding one when signed in, and signing in with one. */
export function passkeyRoutes(http: FastifyInstance, platform: Platform): void {
  for (const { method, path, signedIn } of PATHS) {
    http.route({
      method,
      url: `${LIBRARY_PATH}${path}`,
      schema: { hide: true },
      handler: async (request, reply) => {
        if (method === "POST") {
          demandOwnOrigin(platform, request);
        }
        if (signedIn && (await sessionOf(platform, request)) === undefined) {
          throw new Problem(401, "not_signed_in", "Sign in first.");
        }
        return await forward(platform, path, request, reply);
      },
    });
  }
}

async function forward(
  platform: Platform,
  path: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  await spend(platform, budgets.passkeysNetwork, networkAddress(request.ip));
  const answer = await signInLibrary(platform).handle(libraryRequest(platform, path, request));
  if (!answer.ok) {
    throw await refusedPasskey(answer, path);
  }
  for (const cookie of answer.headers.getSetCookie()) {
    reply.header("set-cookie", cookie);
  }
  return reply
    .header("cache-control", "no-store")
    .type(answer.headers.get("content-type") ?? "application/json")
    .send(await answer.text());
}

/** One problem for whatever is wrong with a passkey, so that nothing is learnt from which it was. */
async function refusedPasskey(answer: Response, path: string): Promise<Error> {
  const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
  // The library takes an answer it cannot verify for a fault of its own.
  if (answer.status >= 500 && code !== "FAILED_TO_VERIFY_REGISTRATION") {
    return new Error(`The sign-in library answered ${answer.status} at ${path}.`);
  }
  const detail = "This passkey did not work. Try again, or sign in with a code by e-mail.";
  return new Problem(400, "passkey_not_valid", detail);
}

/** The path from the list, not the one that was typed, and none of the headers that tell of a person. */
function libraryRequest(platform: Platform, path: string, request: FastifyRequest): Request {
  const url = new URL(platform.config.publicUrl);
  url.pathname = `${LIBRARY_PATH}${path}`;
  return new Request(url, {
    method: request.method,
    headers: {
      origin: url.origin,
      "content-type": "application/json",
      ...(request.headers.cookie === undefined ? {} : { cookie: request.headers.cookie }),
    },
    ...(request.method === "GET" ? {} : { body: JSON.stringify(request.body ?? {}) }),
  });
}
