import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import type { TestClock } from "./clock.ts";
import { advanceTestClock } from "./deadlineRunner.ts";
import type { Platform } from "./platform.ts";
import { badField, Problem } from "./problem.ts";
import { Instant, shape } from "./schema.ts";

const Reply = shape({ now: Instant, handled: Type.Integer({ minimum: 0 }) });

/**
 * POST /v1/test-clock { now }: moves the sandbox's time forward and runs what falls due on the way, in order.
 * There only with the test clock. Takes no Idempotency-Key: moving it twice to one instant is moving it once.
 * Errors: 400 when the instant lies before the clock or further ahead than all of a plan's life, 401 for
 * nobody in particular, 403 without permission.
 */
export function serveTestClock(http: FastifyInstance, platform: Platform, clock: TestClock): void {
  let moving: Promise<unknown> = Promise.resolve();
  http.get(
    "/v1/test-clock",
    { schema: { summary: "The sandbox's time", response: { 200: shape({ now: Instant }) } } },
    () => ({
      now: clock.now().toString(),
    }),
  );
  http.post(
    "/v1/test-clock",
    {
      schema: {
        summary: "Moves the sandbox's time. Sent again it changes nothing, so it takes no Idempotency-Key.",
        body: shape({ now: Instant }),
        querystring: shape({}),
        response: { 200: Reply },
      },
    },
    async (request) => {
      if (!platform.permits(request.caller, "clock.move")) {
        const isNobody = request.caller.role === "public";
        const says = "Moving the test clock needs an API key or a session.";
        throw new Problem(isNobody ? 401 : 403, isNobody ? "not_signed_in" : "not_permitted", says);
      }
      const to = Temporal.Instant.from((request.body as { now: string }).now);
      const move = moving.then(() => moveTo(platform, clock, to));
      moving = move.catch(() => undefined);
      return await move;
    },
  );
}

/** A move plays every day between. More of them at once would keep a sandbox from everybody for long. */
const FURTHEST_DAYS = 20 * 366;

async function moveTo(platform: Platform, clock: TestClock, to: Temporal.Instant): Promise<object> {
  demandForward(clock, to);
  const handled = await advanceTestClock(platform, clock, to);
  // Another process of this sandbox may have moved further meanwhile.
  demandForward(clock, to);
  return { now: to.toString(), handled };
}

function demandForward(clock: TestClock, to: Temporal.Instant): void {
  if (Temporal.Instant.compare(to, clock.now()) < 0) {
    const says = `The clock stands at ${clock.now()}. Send an instant that is not before it.`;
    throw badField("/now", "backwards", says);
  }
  const furthest = clock.now().add({ hours: FURTHEST_DAYS * 24 });
  if (Temporal.Instant.compare(to, furthest) > 0) {
    const says = `The clock moves ${FURTHEST_DAYS} days at once, to ${furthest}. Go on from there.`;
    throw badField("/now", "too_far", says);
  }
}
