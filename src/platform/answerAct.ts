import type { FastifyReply, FastifyRequest } from "fastify";
import type { Act } from "./act.ts";
import { PROBLEM_TYPE } from "./answerError.ts";
import { perform } from "./perform.ts";
import type { Platform } from "./platform.ts";
import { refusalDocument } from "./problem.ts";
import { readKey } from "./readKey.ts";

/** Answers an act over HTTP: with its reply, or with its refusal, which is 409 unless it was a question. */
export async function answerAct(
  platform: Platform,
  act: Act<never, unknown>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const dryRun = (request.query as { dryRun?: boolean }).dryRun === true;
  const command = { ...(request.body as object), ...(request.params as object) } as never;
  const key = dryRun ? undefined : readKey(act, request);
  const performed = await perform(platform, request.caller, act, command, { key, dryRun });
  reply.header("cache-control", "no-store");
  if (performed.refused !== undefined && (dryRun || act.isQuestion === true)) {
    reply.code(200).type("application/json");
    return JSON.stringify({ outcome: "refused", ...performed.refused });
  }
  if (performed.refused !== undefined) {
    reply.code(409).type(PROBLEM_TYPE);
    return JSON.stringify(refusalDocument(performed.refused, request.id));
  }
  reply.code(performed.status);
  return performed.reply;
}
