import type {} from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { type Platform, shape } from "../../platform/index.ts";
import { receiveMessage } from "./receiveMessage.ts";

/** More than any provider's message, and too little to keep a server busy with. */
const LONGEST_BYTES = 262_144;

const Params = shape({ provider: Type.String({ pattern: "^[a-z]{2,20}$" }) });

/**
 * `POST /v1/webhooks/{provider}`: the bytes are handed on unread, because what is signed are the bytes.
 * Answers before anything follows.
 */
export async function serveWebhooks(http: FastifyInstance, platform: Platform): Promise<void> {
  await http.register(async (inner) => {
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: LONGEST_BYTES }, (_, body, done) => {
      // Hidden from whatever looks into bodies before us: nothing of it is read until it is verified.
      done(null, { bytes: () => body });
    });
    inner.post<{ Params: { provider: string }; Body: { bytes(): Buffer } | undefined }>(
      "/v1/webhooks/:provider",
      { bodyLimit: LONGEST_BYTES, schema: { hide: true, params: Params } },
      async (request, reply) => {
        const body = request.body?.bytes() ?? Buffer.alloc(0);
        const message = { body, headers: request.headers };
        const isNews = await receiveMessage(platform, request.params.provider, message);
        return reply.code(200).header("cache-control", "no-store").send({ received: true, isNews });
      },
    );
  });
}
