import type {} from "@fastify/swagger";
import type { FastifyInstance, FastifyReply } from "fastify";
import { Type } from "typebox";
import { notFound, type Platform, shape } from "../../../platform/index.ts";
import { decideAsPayer } from "./testProvider.ts";
import { type TestPayment, testPaymentByRef } from "./testStore.ts";

const Params = shape({ ref: Type.String({ pattern: "^test_[0-9a-f]{24}$" }) });
const Answer = shape({ answer: Type.Union([Type.Literal("yes"), Type.Literal("no")]) });

/**
 * `/dev/bank/{ref}`: where a payer of the test bank says yes or no, as on the page of a card holder's bank.
 * `told` follows with asking about it, so that the payer comes back to an answer.
 */
export function serveTestBank(
  http: FastifyInstance,
  platform: Platform,
  told: (key: string) => Promise<void>,
): void {
  const found = async (ref: string): Promise<TestPayment> => {
    const booked = await testPaymentByRef(platform.database, ref);
    if (booked === undefined || platform.config.testPayments === "off") {
      throw notFound("payment");
    }
    return booked;
  };
  http.get<{ Params: { ref: string } }>(
    "/dev/bank/:ref",
    { schema: { hide: true, params: Params } },
    async (request, reply) => show(reply, await found(request.params.ref)),
  );
  http.post<{ Params: { ref: string }; Querystring: { answer: "yes" | "no" } }>(
    "/dev/bank/:ref",
    { schema: { hide: true, params: Params, querystring: Answer } },
    async (request, reply) => {
      const { ref } = request.params;
      const booked = await found(ref);
      if (await decideAsPayer(platform, ref, request.query.answer === "yes")) {
        await told(booked.key);
      }
      return await reply.redirect(booked.returnUrl ?? "/", 303);
    },
  );
}

function show(
  reply: FastifyReply,
  { providerRef, about, amountMinor, currency, outcome }: TestPayment,
): FastifyReply {
  const sum = `${currency} ${amountMinor} (in its smallest unit)`;
  const asked = { card: ["that your card is kept", "keep it"], hold: [`that ${sum} is held`, "hold it"] };
  const [what, yes] = about === "card" || about === "hold" ? asked[about] : [`to pay ${sum}`, "pay"];
  const form = (answer: string, label: string) =>
    `<form method="post" action="/dev/bank/${providerRef}?answer=${answer}"><button>${label}</button></form>`;
  const ask =
    outcome === "pending"
      ? `<p>Do you agree ${what}?</p>${form("yes", `Yes, ${yes}`)}${form("no", "No")}`
      : `<p>This was decided: ${outcome}.</p>`;
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>The test bank</title>
<meta name="viewport" content="width=device-width"><main><h1>The test bank</h1>${ask}</main></html>`;
  return reply
    .header(
      "content-security-policy",
      "default-src 'none'; form-action 'self' http: https:; frame-ancestors 'none'",
    )
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .send(page);
}
