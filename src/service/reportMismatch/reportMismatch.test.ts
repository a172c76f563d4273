import { deepEqual, equal, match } from "node:assert/strict";
import { before, describe, it } from "node:test";
import { cleanFindings } from "../../../test/support/cases.ts";
import { BOB, type ClaimDesk, claimDesk, OWNER } from "../../../test/support/claimDesk.ts";

let desk: ClaimDesk;
before(async () => {
  desk = await claimDesk();
});

async function reported(on = desk): Promise<{ id: string; serial: string }> {
  const { body } = await on.report();
  return body.claim as { id: string; serial: string };
}

const told = (serial: string, more: object = {}) => ({
  ...{ serial, parts: ["camera", "battery"], condition: "cracked glass", choice: "ask" },
  ...{ reason: "Is this yours?", ...more },
});

async function mismatch(id: string, body: object, on = desk) {
  return await on.app.call("staff", `POST /v1/claims/${id}/mismatch`, body);
}

const questionOf = (body: Record<string, unknown>) =>
  (body.claim as { question?: { about: string; answers: string[] } }).question;

describe("what came otherwise than it was awaited", () => {
  it("is asked about: the case waits for its owner, who sends the rest", async () => {
    const { id, serial } = await reported();
    const asked = await mismatch(id, told(serial, { parts: ["camera"], reason: "Where is the battery?" }));
    equal(asked.status, 200, JSON.stringify(asked.body));
    deepEqual([asked.body.kinds, asked.body.missing], [["parts_missing"], ["battery"]]);
    deepEqual(questionOf(asked.body)?.answers, ["send_rest", "send_back"]);
    const { next } = asked.body.claim as { next: object };
    deepEqual(next, { who: "owner", what: "answer", by: "2026-09-20T00:00:00Z" });
    const looked = await desk.step("inspection", id, { findings: cleanFindings });
    equal(looked.body.code, "question_open");
    equal((await desk.step("question/answer" as never, id, { answer: "go_on" })).body.code, "no_such_answer");
    equal(
      (await desk.app.call(BOB, `POST /v1/claims/${id}/question/answer`, { answer: "send_rest" })).status,
      404,
    );
    const answered = await desk.app.call(OWNER, `POST /v1/claims/${id}/question/answer`, {
      answer: "send_rest",
    });
    equal((answered.body.next as { what: string }).what, "send_rest");
    equal((await desk.step("intake", id, { serial, parts: ["battery"], condition: "new" })).status, 200);
    equal((await desk.step("inspection", id)).status, 200);
    const kept = await desk.kept(id);
    deepEqual(
      kept.events.filter((type) => /Question|Mismatch/.test(type)),
      ["QuestionAsked", "MismatchFound", "QuestionAnswered"],
    );
  });

  it("is gone on with, for a reason that stays", async () => {
    const { id, serial } = await reported();
    const body = told(serial, { conditionDiffers: true, choice: "continue", reason: "Told on the phone" });
    equal((await mismatch(id, body)).status, 200);
    equal((await desk.step("inspection", id)).status, 200);
    const { body: page } = await desk.app.call(OWNER, `GET /v1/claims/${id}`);
    const [{ kinds, choice, reason } = {} as never] = page.mismatches as Record<string, unknown>[];
    deepEqual([kinds, choice, reason], [["condition_differs"], "continue", "Told on the phone"]);
  });

  it("goes back as it is, for nothing", async () => {
    const { id, serial } = await reported();
    const refused = await mismatch(
      id,
      told(serial, { parts: ["camera"], choice: "refuse", reason: "Not all" }),
    );
    const { state, route, fee } = refused.body.claim as Record<string, unknown>;
    deepEqual([state, route, fee], ["paid", "return", { amount: 0, currency: "PLN" }]);
    deepEqual((await desk.kept(id)).slots, ["free", "free", "free"]);
    deepEqual((await desk.kept(id)).deadlines, []);
  });

  it("is never taken in when it is another device: it is kept apart, and the case waits", async () => {
    const { id, serial } = await reported();
    const other = desk.newSerial();
    equal((await mismatch(id, told(other, { choice: "continue" }))).body.code, "belongs_elsewhere");
    const asked = await mismatch(id, told(other, { place: "R1" }));
    deepEqual(questionOf(asked.body)?.answers, ["send_right", "send_back"]);
    equal((asked.body.claim as { state: string }).state, "reported");
    const { body: strays } = await desk.app.call("staff", `GET /v1/strays?search=${other}`);
    const [stray] = strays.data as { id: string; claimId: string; state: string }[];
    deepEqual([stray?.claimId, stray?.state], [id, "kept"]);
    const answered = await desk.app.call(OWNER, `POST /v1/claims/${id}/question/answer`, {
      answer: "send_right",
    });
    deepEqual((answered.body.next as { what: string }).what, "send");
    const sent = { carrier: "DHL", tracking: "JD9" };
    equal((await desk.app.call("staff", `POST /v1/strays/${stray?.id}/return`, sent)).status, 200);
    equal(
      (await desk.app.call("staff", `POST /v1/strays/${stray?.id}/return`, sent)).body.code,
      "stray_not_kept",
    );
    equal(
      (await desk.step("intake", id, { serial, parts: ["camera", "battery"], condition: "ok" })).status,
      200,
    );
  });

  it("of another maker is said so, and ends the case when its owner wants nothing more", async () => {
    const { id } = await reported();
    const asked = await mismatch(id, told("GOPRO12345", { foreign: true }));
    deepEqual(asked.body.kinds, ["another_maker"]);
    const ended = await desk.app.call(OWNER, `POST /v1/claims/${id}/question/answer`, {
      answer: "send_back",
    });
    equal(ended.body.state, "cancelled");
  });

  it("is not reported of what is right", async () => {
    const { id, serial } = await reported();
    equal((await mismatch(id, told(serial))).body.code, "nothing_differs");
  });

  it("goes back by itself when nobody answers", async () => {
    const own = await claimDesk();
    const { id, serial } = await reported(own);
    await mismatch(id, told(serial, { parts: ["camera"] }), own);
    await own.app.moveTo("2026-09-20T10:00:00Z");
    const { claim, events, deadlines } = await own.kept(id);
    deepEqual([claim.state, claim.route, deadlines], ["paid", "return", []]);
    deepEqual(events.slice(-3), ["QuestionLapsed", "SlotReleased", "ClaimLapsed"]);
  });

  it("ends with its case, and can be taken back", async () => {
    const one = await reported();
    await mismatch(one.id, told(one.serial, { parts: ["camera"] }));
    equal((await desk.step("cancellation", one.id)).status, 200);
    equal(
      (await desk.app.call(OWNER, `POST /v1/claims/${one.id}/question/answer`, { answer: "send_back" }))
        .status,
      409,
    );
    const two = await reported();
    await mismatch(two.id, told(two.serial, { parts: ["camera"] }));
    const taken = await desk.app.call("staff", `POST /v1/claims/${two.id}/question/withdrawal`, {
      reason: "found it under the foam",
    });
    equal((taken.body.next as { what: string }).what, "send_rest");
  });

  it("is answered once, of two answers at once", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id, serial } = await reported();
      await mismatch(id, told(serial, { conditionDiffers: true }));
      const replies = await Promise.all(
        ["go_on", "send_back"].map((answer) =>
          desk.app.call(OWNER, `POST /v1/claims/${id}/question/answer`, { answer }),
        ),
      );
      deepEqual(
        replies.map(({ status }) => status).toSorted((a, b) => a - b),
        [200, 409],
      );
    }
  });
});

describe("one parcel", () => {
  it("is taken in once when two people scan it at once, and twice without looking", async () => {
    for (const [seen, codes] of [
      [{ intakes: 0 }, [200, 409]],
      [{}, [200, 200]],
    ] as const) {
      const { id, serial } = await reported();
      const body = { serial, parts: ["camera", "battery"], condition: "ok", weightGrams: 400, ...seen };
      const replies = await Promise.all([1, 2].map(() => desk.step("intake", id, body)));
      deepEqual(
        replies.map(({ status }) => status).toSorted((a, b) => a - b),
        codes,
      );
      const { body: page } = await desk.app.call("staff", `GET /v1/claims/${id}`);
      equal((page.intakes as unknown[]).length, codes[1] === 409 ? 1 : 2);
    }
  });

  it("is found by its slip, its serial, its place; what nobody knows is kept", async () => {
    const find = async (scan: string) =>
      (await desk.app.call("staff", `GET /v1/arrivals?scan=${encodeURIComponent(scan)}`)).body;
    const { id, serial } = await reported();
    const idsOf = (found: Record<string, unknown>) =>
      (found.cases as { id: string }[]).map((each) => each.id);
    for (const scan of [`EVM:${id}`, id.toUpperCase(), serial, ` ${serial.slice(0, 4)} ${serial.slice(4)}`]) {
      deepEqual(idsOf(await find(scan)), [id], scan);
    }
    await desk.step("intake", id, { serial, parts: ["camera", "battery"], condition: "ok" });
    equal((await desk.app.call("staff", `POST /v1/claims/${id}/bin`, { place: "shelf a  12" })).status, 200);
    deepEqual(idsOf(await find("SHELF A 12")), [id]);
    const idle = await find(desk.camera().serial);
    equal(idle.kind, "device");
    equal((await find("GOPRO1234567")).kind, "unknown");
    equal((await find("???")).kind, "unreadable");
    const stray = {
      why: "unknown_serial",
      serial: "GOPRO1234567",
      parts: [],
      contents: "a hat",
      place: "R2",
    };
    const kept = await desk.app.call("staff", "POST /v1/strays", stray);
    equal(kept.status, 201, JSON.stringify(kept.body));
    equal(((await find("gopro 1234567")).strays as unknown[]).length, 1);
    const { id: strayId } = kept.body as { id: string };
    const matched = await desk.app.call("staff", `POST /v1/strays/${strayId}/match`, { claimId: id });
    deepEqual([matched.body.state, matched.body.claimId], ["matched", id]);
  });

  it("has a label that says whose it is", async () => {
    const { id } = await reported();
    const headers = { authorization: await desk.app.authorization("staff") };
    const label = (form: string) =>
      desk.app.http.inject({ method: "GET", url: `/v1/claims/${id}/bin-label.${form}`, headers });
    match((await label("svg")).body, new RegExp(`<title>EVM:${id}</title>.*<path`, "s"));
    match((await label("pdf")).body, /^%PDF-/);
  });
});
