import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { OWNER } from "../../../test/support/claimDesk.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import type { GuideView } from "./guide.ts";

const text = {
  language: "en",
  title: "It does not start",
  steps: ["Charge it for an hour.", "Hold the button."],
};
const told = { models: [], series: ["osmo-action"], causes: ["defect"], texts: [text] };
let app: TestApp;

before(async () => {
  app = await testApp({ now: "2026-09-05T10:00:00Z" });
});

const add = async (more: object = {}) => {
  const added = await app.call("manager", "POST /v1/guides", { ...told, ...more });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  return added.body as unknown as GuideView;
};
const publish = (guide: GuideView) =>
  app.call("manager", `POST /v1/guides/${guide.id}/publication`, {
    version: guide.version,
    changes: guide.changes,
  });
const shownTo = async (who: "public" | "manager", query: string) => {
  const { body } = await app.call(who, `GET /v1/guides${query}`);
  return body.data as GuideView[];
};

describe("guides before a case", () => {
  it("are shown from their publication to their retirement, for what they are about", async () => {
    const guide = await add();
    assert.deepEqual(await shownTo("public", "?model=osmo-action-4&cause=defect"), []);
    assert.equal((await app.call("public", `GET /v1/guides/${guide.id}`)).status, 404);
    assert.equal((await publish(guide)).status, 200);
    const [shown, ...others] = await shownTo("public", "?model=osmo-action-4&cause=defect");
    assert.deepEqual([shown?.id, shown?.solved, others], [guide.id, undefined, []]);
    assert.deepEqual(await shownTo("public", "?model=osmo-action-4&cause=water"), []);
    assert.deepEqual(await shownTo("public", "?model=inspire-2&cause=defect"), []);
    assert.deepEqual(await shownTo("public", "?state=draft"), []);
    const twice = await publish(guide);
    assert.equal(twice.body.code, "guide_not_at_this_step");
    const retire = `POST /v1/guides/${guide.id}/retirement`;
    assert.equal((await app.call("manager", retire, { version: 1 })).status, 200);
    assert.deepEqual(await shownTo("public", "?model=osmo-action-4&cause=defect"), []);
    assert.equal((await app.call("manager", retire, { version: 1 })).body.code, "guide_not_at_this_step");
  });

  it("change beside what is published, and one of two who change the same is refused", async () => {
    const guide = await add({ causes: ["battery"] });
    await publish(guide);
    const write = { ...told, causes: ["battery"], version: 1, changes: 1 };
    const path = `PUT /v1/guides/${guide.id}`;
    const answers = await Promise.all([1, 2, 3, 4].map(() => app.call("manager", path, write)));
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 409, 409, 409],
    );
    assert.equal(answers.find(({ status }) => status === 409)?.body.code, "guide_changed_meanwhile");
    const { body } = await app.call("manager", `GET /v1/guides/${guide.id}`);
    const states = (body.versions as GuideView[]).map(({ version, state }) => [version, state]);
    assert.deepEqual(states, [
      [2, "draft"],
      [1, "published"],
    ]);
    const second = { ...guide, version: 2, changes: 1 };
    const both = await Promise.all([publish(second), publish(second)]);
    assert.deepEqual(
      both.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 409],
    );
    const seen = await shownTo("public", "?cause=battery");
    assert.deepEqual(
      seen.map(({ version }) => version),
      [2],
    );
  });

  it("count whether they helped, each version by itself, and lose nobody's word", async () => {
    const guide = await add({ causes: ["wear"] });
    const path = `POST /v1/guides/${guide.id}/answers`;
    assert.equal((await app.call(OWNER, path, { version: 1, solved: true })).status, 404);
    await publish(guide);
    const words = Array.from({ length: 12 }, (_, no) => no % 3 === 0);
    await Promise.all(words.map((solved) => app.call(OWNER, path, { version: 1, solved })));
    const [counted] = await shownTo("manager", "?cause=wear");
    assert.deepEqual([counted?.solved, counted?.notSolved], [4, 8]);
    const key = { "idempotency-key": "tapped-twice-1" };
    await app.call(OWNER, path, { version: 1, solved: true }, key);
    await app.call(OWNER, path, { version: 1, solved: true }, key);
    assert.equal((await shownTo("manager", "?cause=wear"))[0]?.solved, 5);
  });

  it("are refused with the field that is wrong", async () => {
    const cases: [object, string][] = [
      [{ models: ["osmo-nothing"] }, "/models/0"],
      [{ texts: [text, text] }, "/texts/1/language"],
      [{ causes: [] }, "/causes"],
      [{ texts: [{ ...text, steps: [] }] }, "/texts/0/steps"],
    ];
    for (const [wrong, pointer] of cases) {
      const { status, body } = await app.call("manager", "POST /v1/guides", { ...told, ...wrong });
      assert.equal(status, 400);
      assert.equal((body.errors as { pointer: string }[])[0]?.pointer, pointer);
    }
  });
});
