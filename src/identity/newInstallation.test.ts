import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { cookieOf, type SignInServer, signInServer } from "../../test/support/signInServer.ts";
import { firstManagerLink, listMembers, putMember, removeMember } from "./index.ts";

describe("the link for a first manager", () => {
  let server: SignInServer;
  before(async () => {
    server = await signInServer();
  });

  it("is made at each start until somebody has come in with it, and then no more", async () => {
    await firstManagerLink(server.platform);
    const url = (await firstManagerLink(server.platform)) ?? assert.fail("no link");
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const answer = await server.send("POST", new URL(url).pathname, { headers });
    assert.equal(answer.status, 303);
    const session = await server.send("GET", "/auth/session", { cookie: cookieOf(answer) });
    assert.equal(((await session.json()) as { role: string }).role, "manager");
    assert.equal(await firstManagerLink(server.platform), undefined);
  });

  it("is not made where there is another manager, and is made again when there is none", async () => {
    const { database, clock } = server.platform;
    const ann = { email: "ann@shop.example", role: "manager", name: "Ann" } as const;
    await putMember(database, ann, clock.now());
    await removeMember(database, "first-manager@evermend.example");
    assert.equal(await firstManagerLink(server.platform), undefined);
    await putMember(database, { ...ann, role: "staff" }, clock.now());
    assert.notEqual(await firstManagerLink(server.platform), undefined);
    const members = await listMembers(database);
    assert.deepEqual(
      members.map(({ email, role }) => [email, role]),
      [
        ["ann@shop.example", "staff"],
        ["first-manager@evermend.example", "manager"],
      ],
    );
  });
});
