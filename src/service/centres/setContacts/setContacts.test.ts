import { deepEqual, equal } from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type TestApp, testApp } from "../../../../test/support/testApp.ts";
import { putMember, removeMember } from "../../../identity/index.ts";
import { eventsOf, listMail } from "../../../platform/index.ts";

const WARSAW = "cen_00000000000000000000000001";
const PLACE = `/v1/centres/${WARSAW}/contacts`;
const desk = { email: "desk@warsaw.example", name: "Warsaw desk", language: "pl" };
const lead = { email: "lead@warsaw.example", language: "en" };

describe("who is told of a centre's promises", () => {
  let app: TestApp;
  before(async () => {
    app = await testApp({ now: "2026-09-05T10:00:00Z" });
  });
  const set = async (body: object, as: Parameters<TestApp["call"]>[0] = "manager") =>
    await app.call(as, `PUT ${PLACE}`, body);
  const read = async () => (await app.call("staff", `GET ${PLACE}`)).body;
  const refusal = async (body: object) => {
    const { status, body: told } = await set(body);
    const [error] = (told.errors ?? []) as { pointer: string; code: string }[];
    return [status, error?.pointer, error?.code];
  };

  it("is nobody until a manager names them, over what was read", async () => {
    deepEqual(await read(), { version: 0 });
    const { status, body } = await set({ desk, version: 0 });
    deepEqual([status, body], [200, { desk, version: 1 }]);
    deepEqual((await set({ desk, lead, version: 0 })).body.code, "contacts_changed_meanwhile");
    deepEqual((await set({ desk, lead, version: 7 })).body.code, "contacts_changed_meanwhile");
    deepEqual((await set({ desk, lead, version: 1 })).body, { desk, lead, version: 2 });
    deepEqual((await set({ lead, version: 2 })).body, { lead, version: 3 }, "what is left out is nobody");
    deepEqual(await read(), { lead, version: 3 });
  });

  it("is kept by managers alone, and told to nobody outside", async () => {
    equal((await set({ version: 3 }, "staff")).status, 403);
    equal((await app.call("reseller", `GET ${PLACE}`)).status, 403);
    equal((await app.call("public", `GET ${PLACE}`)).status, 401);
    const shown = JSON.stringify((await app.call("public", `GET /v1/centres/${WARSAW}`)).body);
    equal(shown.includes("warsaw.example"), false);
  });

  it("is somebody who can be written to, and who is with us", async () => {
    deepEqual(await refusal({ desk: { email: "desk" }, version: 3 }), [400, "/desk/email", "format"]);
    const wrong = await refusal({ lead: { ...lead, language: "german" }, version: 3 });
    deepEqual(wrong.slice(0, 2), [400, "/lead/language"]);
    const { database, clock } = app.platform;
    await putMember(database, { email: "gone@example.com", role: "staff", name: "G" }, clock.now());
    equal((await set({ lead, desk: { email: "gone@example.com" }, version: 3 })).status, 200);
    await removeMember(database, "gone@example.com");
    const gone = { desk: { email: "GONE@example.com" }, version: 4 };
    deepEqual(await refusal(gone), [400, "/desk/email", "member_removed"]);
  });

  it("stands in the history without an address, and nobody is mailed", async () => {
    const events = (await eventsOf(app.platform.database, WARSAW.slice(4))).filter(
      ({ type }) => type === "CentreContactsSet",
    );
    deepEqual(
      events.map(({ body }) => body.contacts),
      [["desk"], ["lead"], ["desk"], ["desk"]],
    );
    equal(JSON.stringify(events).includes("@"), false);
    deepEqual(await listMail(app.platform.config.dataFolder), []);
  });

  it("is of a centre that is there", async () => {
    const nowhere = "PUT /v1/centres/cen_01m7ynaym0vqhpgnwdrkms6x8c/contacts";
    equal((await app.call("manager", nowhere, { version: 0 })).status, 404);
  });
});
