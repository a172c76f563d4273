import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { claimDesk, OWNER } from "../support/claimDesk.ts";
import { invariantSweep } from "../support/invariantSweep.ts";
import { ownerQuery } from "../support/ownerQuery.ts";
import { serveMoney } from "./money/servedMoney.ts";

test("a server that dies while it asks an owner, or quotes, leaves all of it or nothing", async () => {
  const desk = await claimDesk();
  const { app } = desk;
  const { body } = await desk.report();
  const { id, serial } = body.claim as { id: string; serial: string };
  await app.platform.jobs.drained();
  await app.platform.jobs.stop();
  let server = await serveMoney(app, { point: "mismatch_saved:1" });
  const dies = async (at: string, next?: string) => {
    equal(await server.died(), "SIGKILL", `it came to ${at}`);
    server = await serveMoney(app, { point: next });
  };
  const take = (step: string, told: object, as: "staff" | typeof OWNER = "staff") =>
    server.call(as, `POST /v1/claims/${id}/${step}`, told);
  const taken = async (...told: Parameters<typeof take>) => {
    const answer = await take(...told);
    equal(answer?.status, 200, JSON.stringify(answer?.body));
  };
  const countsOf = async () => {
    const [found] = await ownerQuery<object>(
      app.database,
      `select (select count(*)::integer from service.intake where device_id = $1) as intakes,
              (select count(*)::integer from service.mismatch where device_id = $1) as mismatches,
              (select count(*)::integer from claims.question where device_id = $1) as questions,
              (select count(*)::integer from claims.quote where device_id = $1) as quotes`,
      [id.split("_")[1]],
    );
    return found;
  };

  const half = {
    serial,
    parts: ["camera"],
    condition: "cracked",
    choice: "ask",
    reason: "Where is the battery?",
  };
  await take("mismatch", half);
  await dies("mismatch_saved", "quote_saved:1");
  deepEqual(await countsOf(), { intakes: 0, mismatches: 0, questions: 0, quotes: 0 });
  await taken("mismatch", half);
  await taken("question/answer", { answer: "send_rest" }, OWNER);
  await taken("intake", { serial, parts: ["battery"], condition: "new" });
  await taken("inspection", { findings: { intentional: true } });
  const lines = [
    { kind: "other", says: "A new lens", quantity: 1, unit: { amount: 20_000, currency: "PLN" } },
  ];
  await take("quote", { lines });
  await dies("quote_saved");
  equal(((await countsOf()) as { quotes: number }).quotes, 0);
  await taken("quote", { lines });
  await taken("choice", { route: "paid", quote: 1 }, OWNER);
  await server.stop();
  deepEqual(await countsOf(), { intakes: 2, mismatches: 1, questions: 1, quotes: 1 });
  deepEqual(await invariantSweep(app.database), []);
});
