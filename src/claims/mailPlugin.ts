import type {} from "@fastify/swagger";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import { answer, type Platform, Problem, readPublicId } from "../platform/index.ts";
import { receiveMail } from "./receiveMail.ts";
import { showMail } from "./showMail.ts";
import { openMail } from "./takeMail.ts";

/** What mail servers let through, with some room. */
const MOST_BYTES = 35 * 1024 ** 2;
/** How many mails are held in memory at once. */
const AT_ONCE = 4;

/**
 * `POST /v1/mail-in`: a mail as it came, from a mail server's pipe (`evermend mail take`) or its hook.
 * `GET /v1/mails/{id}/raw`: the same again, as a file. Bytes, so they are no acts.
 */
export function mailPlugin(platform: Platform): FastifyPluginAsync {
  return async (http) => {
    let reading = 0;
    http.removeAllContentTypeParsers();
    http.addContentTypeParser("*", async (request: FastifyRequest, body: NodeJS.ReadableStream) => {
      // Before a byte of it: strangers who send slowly would keep these places from a mail server.
      demandTaker(platform, request);
      if (reading >= AT_ONCE) {
        throw new Problem(503, "busy", "Other mails are being taken. Send it again in a moment.", {
          retryAfterSeconds: 5,
        });
      }
      reading += 1;
      try {
        return { bytes: await wholeOf(body) };
      } finally {
        reading -= 1;
      }
    });
    const limits = { bodyLimit: MOST_BYTES, schema: { hide: true } };
    http.post<{ Body: { bytes: Buffer } | undefined }>("/v1/mail-in", limits, async (request, reply) => {
      demandTaker(platform, request);
      const bytes = request.body?.bytes ?? Buffer.alloc(0);
      if (
        !/^[\x21-\x39\x3b-\x7e]{1,80}[ \t]*:/.test(
          bytes.toString("latin1", 0, 200).replace(/^From .*\r?\n/, ""),
        )
      ) {
        throw new Problem(
          400,
          "bad_request",
          "This is no mail: it begins with no header. Send it as it came.",
        );
      }
      return reply
        .code(202)
        .header("cache-control", "no-store")
        .send(await receiveMail(platform, bytes));
    });
    http.get<{ Params: { id: string } }>(
      "/v1/mails/:id/raw",
      { schema: { hide: true } },
      async (request, reply) => {
        const { mail } = await answer(platform, request.caller, showMail, { id: request.params.id });
        const { rootId = "" } = readPublicId("mal", mail.id) ?? {};
        return reply
          .headers({
            "cache-control": "private, no-store",
            "content-disposition": `attachment; filename="${rootId}.eml"`,
            "content-security-policy": "default-src 'none'; sandbox",
            "x-content-type-options": "nosniff",
          })
          .type("application/octet-stream")
          .send(await openMail(platform, rootId));
      },
    );
  };
}

function demandTaker({ permits }: Platform, { caller }: FastifyRequest): void {
  if (caller.role === "public") {
    throw new Problem(401, "not_signed_in", "Send the key of an integrator with the mail.");
  }
  if (!permits(caller, "mail.take")) {
    throw new Problem(403, "not_permitted", "Mails are brought with a key of the role integrator.");
  }
}

async function wholeOf(body: NodeJS.ReadableStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.length;
    if (bytes <= MOST_BYTES) {
      parts.push(part as Buffer);
    }
  }
  if (bytes > MOST_BYTES) {
    throw new Problem(413, "too_large", "A mail has at most 35 MB.");
  }
  return Buffer.concat(parts);
}
