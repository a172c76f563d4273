import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { askWith, type ResellerDesk, resellerDesk } from "../../../test/support/resellerDesk.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import { listMail, type TeamRole } from "../../platform/index.ts";

let app: TestApp;
let desk: ResellerDesk;
let other: ResellerDesk;
before(async () => {
  app = await testApp({ now: "2026-11-21T10:00:00Z" });
  desk = await resellerDesk(app);
  other = await resellerDesk(app, { name: "Elsewhere", email: "office@elsewhere.example" });
});

const kept = (email: string, teamRole: TeamRole) => ({ email, name: email.split("@")[0], teamRole });
const team = (who: TeamRole, person: object) => desk.as(who, `POST /v1/resellers/${desk.id}/team`, person);

describe("who may do what in a team", () => {
  /** What each of a team may: `+` it is heard, `x` it is not theirs to do, `-` it is another reseller's. */
  const expected: readonly (readonly [string, object | undefined, string, string, string])[] = [
    ["GET /v1/resellers/{id}", undefined, "+", "+", "+"],
    ["GET /v1/resellers/{id}/statements?month=2026-11", undefined, "+", "+", "+"],
    ["GET /v1/resellers/{id}/team", undefined, "+", "+", "+"],
    ["GET /v1/resellers/{id}/keys", undefined, "+", "+", "+"],
    ["POST /v1/resellers/{id}/team", kept("tess@northlight.example", "viewer"), "x", "x", "+"],
    ["POST /v1/resellers/{id}/keys", { label: "till", teamRole: "viewer" }, "x", "x", "+"],
    ["DELETE /v1/resellers/{id}/team/tess@northlight.example", undefined, "x", "x", "+"],
    ["POST /v1/resellers/{id}/keys/key_01m7ynaym0vqhpgnwdrkms6x8c/revocation", undefined, "x", "x", "+"],
    ["POST /v1/resellers/{id}/suspension", { reason: "r" }, "x", "x", "x"],
    ["POST /v1/resellers/{id}/corrections", { amountMinor: 1, reason: "r" }, "x", "x", "x"],
    ["GET /v1/resellers/{id}/corrections", undefined, "x", "x", "x"],
  ];
  for (const [route, body, ...cells] of expected) {
    it(`${route}: ${cells.join(" ")} for viewer, buyer, keeper`, async () => {
      const roles: readonly TeamRole[] = ["viewer", "buyer", "keeper"];
      for (const [place, role] of roles.entries()) {
        const { status } = await desk.as(role, route.replace("{id}", desk.id), body);
        // A key that is nobody's is not there for a keeper either: they were heard.
        const isHeard = status !== 403;
        assert.equal(isHeard ? "+" : "x", cells[place], `${role}: ${status}`);
        const elsewhere = await other.as(role, route.replace("{id}", desk.id), body);
        assert.equal(elsewhere.status, isHeard ? 404 : 403, `another reseller's ${role}`);
      }
    });
  }
});

describe("a team", () => {
  it("is invited by mail with a link that signs in, once for each who is new", async () => {
    assert.equal((await team("keeper", kept("Kai@Northlight.example", "keeper"))).status, 200);
    assert.equal((await team("keeper", kept("kai@northlight.example", "buyer"))).body.code, "last_keeper");
    assert.equal((await team("keeper", kept("ben@northlight.example", "keeper"))).status, 200);
    assert.equal((await team("keeper", kept("ben@northlight.example", "buyer"))).status, 200);
    await app.platform.jobs.drained();
    const mails = (await listMail(app.platform.config.dataFolder)).filter(({ to }) => /northlight/.test(to));
    assert.deepEqual(mails.map(({ to }) => to).toSorted(), [
      "ben@northlight.example",
      "kai@northlight.example",
      "tess@northlight.example",
    ]);
    assert.match(mails[0]?.text ?? "", /\/sign-in\/[\w-]{43}/);
    const { body } = await desk.as("viewer", `GET /v1/resellers/${desk.id}/team`);
    assert.deepEqual(
      (body.data as { email: string; teamRole: string }[]).map(({ email, teamRole }) => [email, teamRole]),
      [
        ["ben@northlight.example", "buyer"],
        ["kai@northlight.example", "keeper"],
      ],
    );
  });

  it("keeps one who keeps it, also when two go at once", async () => {
    assert.equal((await team("keeper", kept("ben@northlight.example", "keeper"))).status, 200);
    const go = (email: string) => desk.as("keeper", `DELETE /v1/resellers/${desk.id}/team/${email}`);
    const ends = await Promise.all([go("kai@northlight.example"), go("ben@northlight.example")]);
    assert.deepEqual(
      ends.map(({ status }) => status).toSorted((one, other) => one - other),
      [200, 409],
    );
    assert.ok(ends.some(({ body }) => body.code === "last_keeper"));
  });

  it("takes nobody who has a role elsewhere", async () => {
    await app.call("manager", `POST /v1/resellers/${other.id}/team`, kept("eve@elsewhere.example", "keeper"));
    const taken = await team("keeper", kept("eve@elsewhere.example", "viewer"));
    assert.deepEqual([taken.status, taken.body.code], [409, "member_elsewhere"]);
  });

  it("has keys of its shops, which end at once", async () => {
    const route = `POST /v1/resellers/${desk.id}/keys`;
    const made = await desk.as("keeper", route, { label: "Tallinn shop", teamRole: "buyer" });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { token, id } = made.body as { token: string; id: string };
    const look = () => askWith(app, token, `GET /v1/resellers/${desk.id}`);
    assert.equal((await look()).status, 200);
    assert.equal((await askWith(app, token, route, { label: "x", teamRole: "keeper" })).status, 403);
    assert.equal(
      (await other.as("keeper", `POST /v1/resellers/${other.id}/keys/${id}/revocation`)).status,
      404,
    );
    const ended = await desk.as("keeper", `POST /v1/resellers/${desk.id}/keys/${id}/revocation`);
    assert.equal(ended.status, 200);
    assert.equal((await look()).status, 401);
    const { body } = await desk.as("viewer", `GET /v1/resellers/${desk.id}/keys`);
    assert.ok(!JSON.stringify(body).includes(token));
  });
});
