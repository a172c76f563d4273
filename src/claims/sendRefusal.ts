import type { FastifyReply, FastifyRequest } from "fastify";
import { PROBLEM_TYPE, type Refusal, refusalDocument } from "../platform/index.ts";

/** Answers with a refusal, as an act would. */
export function sendRefusal(
  reply: FastifyReply,
  { id }: Pick<FastifyRequest, "id">,
  refusal: Refusal,
): FastifyReply {
  return reply
    .code(409)
    .header("cache-control", "no-store")
    .type(PROBLEM_TYPE)
    .send(refusalDocument(refusal, id));
}
