import type { FastifyRequest } from "fastify";
import type { Act } from "./act.ts";
import { fingerprintOf, type IdempotencyKey } from "./idempotency.ts";
import { Problem } from "./problem.ts";

/** The key of a request to an act. Errors: Problem 400 without one. */
export function readKey(act: Act<never, unknown>, request: FastifyRequest): IdempotencyKey {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new Problem(
      400,
      "idempotency_key_missing",
      "Send an Idempotency-Key header: 1 to 255 visible characters.",
      {
        faults: [
          {
            pointer: "/headers/idempotency-key",
            code: "missing",
            message: "Make a new random key for each new request, and send the same one when you try again.",
          },
        ],
      },
    );
  }
  return { key, fingerprint: fingerprintOf(act.route, request.params, request.body) };
}
