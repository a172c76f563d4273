import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { cookieOf, type SignInServer, signInServer, statusesOf } from "../../test/support/signInServer.ts";
import { personaLinks } from "./index.ts";

describe("a one-time sign-in link", () => {
  let server: SignInServer;
  before(async () => {
    server = await signInServer();
  });
  const paths = async () =>
    new Map(
      (await personaLinks(server.platform)).map(({ persona, url }) => [persona, new URL(url).pathname]),
    );
  const pathOf = async (persona: "owner" | "manager") =>
    (await paths()).get(persona) ?? assert.fail("no link");

  it("signs each persona in and shows them where they work", async () => {
    const expected = { owner: "/", reseller: "/console/", staff: "/console/", manager: "/console/" };
    for (const [persona, path] of await paths()) {
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const answer = await server.send("POST", path, { headers });
      assert.equal(answer.status, 303);
      assert.equal(answer.headers.get("location"), expected[persona]);
      const session = await server.send("GET", "/auth/session", { cookie: cookieOf(answer) });
      assert.equal(((await session.json()) as { role: string }).role, persona);
    }
  });

  it("is not used up by looking at it", async () => {
    const path = await pathOf("manager");
    for (let look = 0; look < 3; look += 1) {
      const page = await server.send("GET", path);
      assert.equal(page.status, 200);
      assert.match(await page.text(), /<form method="post"><button>/);
      assert.match(page.headers.get("content-security-policy") ?? "", /default-src 'none'/);
    }
    assert.equal((await server.send("POST", path)).status, 303);
    const spent = await server.send("GET", path);
    assert.equal(spent.status, 410);
    assert.doesNotMatch(await spent.text(), /<form/);
  });

  it("opens one session when it is used in parallel", async () => {
    const path = await pathOf("owner");
    const answers = await Promise.all(Array.from({ length: 10 }, () => server.send("POST", path)));
    assert.deepEqual(statusesOf(answers), [303, ...Array<number>(9).fill(410)]);
  });

  it("ends after a day, when a newer one is made, and for pages of other sites", async () => {
    const first = await pathOf("manager");
    const second = await pathOf("manager");
    assert.equal((await server.send("POST", first)).status, 410);
    assert.equal((await server.send("POST", second, { own: false })).status, 403);
    await server.sql("update identity.sign_in_link set expires_at = now() - interval '1 s'");
    assert.equal((await server.send("POST", second)).status, 410);
  });

  it("cannot be guessed at for long", async () => {
    const guess = () => server.send("POST", `/sign-in/${"A".repeat(43)}`);
    const answers: number[] = [];
    for (let count = 0; count < 31; count += 1) {
      answers.push((await guess()).status);
    }
    assert.equal(answers.at(-1), 429);
  });

  it("leaves only a digest in the database", async () => {
    const path = await pathOf("owner");
    const [row] = await server.sql("select string_agg(l::text, ' ') as text from identity.sign_in_link l");
    assert.ok(!String(row?.text).includes(path.split("/").at(-1) ?? ""));
  });
});
