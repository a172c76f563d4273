import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { faultsOf } from "./compileSchema.ts";
import { databaseTrouble } from "./databaseTrouble.ts";
import type { Platform } from "./platform.ts";
import { Problem, problemDocument } from "./problem.ts";
import type { ProblemCode } from "./problemCodes.ts";

/** The content type of every problem document. */
export const PROBLEM_TYPE = "application/problem+json";

/** What the server below us finds wrong before a route is asked, in our own codes. */
const codes: Readonly<Record<number, ProblemCode>> = { 413: "too_large", 415: "content_type_not_read" };

/** The part of a request that a validation looked at, as pointers name it. */
function partOf({ validationContext = "body" }: FastifyError): string {
  return validationContext === "querystring" ? "query" : validationContext;
}

/** Answers with a problem whatever was thrown on the way. */
export function answerError(
  platform: Platform,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof Problem) {
    if (error.cause !== undefined) {
      platform.log.error({ err: error.cause, requestId: request.id }, error.message);
    }
    return sendProblem(error, request, reply);
  }
  if (error.validation !== undefined) {
    const faults = faultsOf(error.validation as never, partOf(error));
    const detail = faults.map((fault) => `${fault.pointer || "/"}: ${fault.message}`).join(" ");
    return sendProblem(new Problem(400, "bad_request", detail, { faults }), request, reply);
  }
  const trouble = databaseTrouble(error);
  if (trouble !== undefined) {
    platform.log.error({ err: error, requestId: request.id }, "the database could not do what was asked");
    return sendProblem(trouble, request, reply);
  }
  const status = error.statusCode ?? 500;
  if (status < 500) {
    return sendProblem(new Problem(status, codes[status] ?? "bad_request", error.message), request, reply);
  }
  platform.log.error({ err: error, requestId: request.id }, "a request ended in a fault of ours");
  const detail = `Something broke on our side. Nothing was changed. Tell us this id: ${request.id}.`;
  return sendProblem(new Problem(500, "internal", detail), request, reply);
}

/** Sends a problem document. */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (problem.retryAfterSeconds !== undefined) {
    reply.header("retry-after", String(problem.retryAfterSeconds));
  }
  const body = JSON.stringify(problemDocument(problem, request.id));
  return reply.code(problem.status).header("cache-control", "no-store").type(PROBLEM_TYPE).send(body);
}
