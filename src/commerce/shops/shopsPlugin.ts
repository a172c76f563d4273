import type {} from "@fastify/swagger";
import type { FastifyPluginAsync } from "fastify";
import { Type } from "typebox";
import { type Platform, shape } from "../../platform/index.ts";
import { receiveShopMessage } from "./receiveShopMessage.ts";

/** More than an order with a hundred lines, and too little to keep a server busy with. */
const LONGEST_BYTES = 1_048_576;

const Params = shape({ id: Type.String({ minLength: 1, maxLength: 80 }) });

/**
 * `POST /v1/shops/{id}/messages`: what is signed are the bytes, so they are handed on unread. Answered
 * when it
 * is kept; a job works it.
 */
export function shopsPlugin(platform: Platform): FastifyPluginAsync {
  return async (http) => {
    http.removeAllContentTypeParsers();
    http.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: LONGEST_BYTES }, (_, body, done) => {
      // Hidden from whatever looks into bodies before us: nothing of it is read until it is verified.
      done(null, { bytes: () => body });
    });
    http.post<{ Params: { id: string }; Body: { bytes(): Buffer } | undefined }>(
      "/v1/shops/:id/messages",
      { bodyLimit: LONGEST_BYTES, schema: { hide: true, params: Params } },
      async (request, reply) => {
        const body = request.body?.bytes() ?? Buffer.alloc(0);
        const message = { body, headers: request.headers };
        const isNews = await receiveShopMessage(platform, request.params.id, message);
        return reply.code(200).header("cache-control", "no-store").send({ received: true, isNews });
      },
    );
  };
}
