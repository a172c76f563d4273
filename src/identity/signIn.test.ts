import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { cookieOf, type SignInServer, signInServer, statusesOf } from "../../test/support/signInServer.ts";
import type { Problem } from "../platform/index.ts";
import { createMember, requestCode } from "./index.ts";

describe("signing in by mailed code", () => {
  let server: SignInServer;
  before(async () => {
    server = await signInServer();
  });
  const ask = (email: string) => server.send("POST", "/auth/code", { body: { email } });
  const enter = (email: string, code: string, path = "/auth/session") =>
    server.send("POST", path, { body: { email, code } });
  const whoIs = async (cookie: string) =>
    (await (await server.send("GET", "/auth/session", { cookie })).json()) as { role: string; email: string };
  const wrongFor = (code: string) => (code === "000000" ? "000001" : "000000");

  it("signs an address in as an owner, with a cookie no script can read, until it signs out", async () => {
    await ask("ann@shop.example");
    const code = await server.codeFor("ann@shop.example");
    const answer = await enter(" Ann@Shop.Example", `${code.slice(0, 3)} ${code.slice(3)}`);
    assert.equal(answer.status, 204);
    assert.match(
      answer.headers.getSetCookie()[0] ?? "",
      /^evermend_session=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const cookie = cookieOf(answer);
    const ann = { role: "owner", email: "ann@shop.example", name: null, teamRole: null };
    assert.deepEqual(await whoIs(cookie), ann);
    assert.equal((await server.send("DELETE", "/auth/session", { cookie })).status, 204);
    assert.equal((await whoIs(cookie)).role, "public");
  });

  it("opens one session when a code is used in parallel", async () => {
    await ask("race@shop.example");
    const code = await server.codeFor("race@shop.example");
    const answers = await Promise.all(Array.from({ length: 10 }, () => enter("race@shop.example", code)));
    assert.deepEqual(statusesOf(answers), [204, ...Array<number>(9).fill(400)]);
    const rows = await server.sql(
      "select from identity.session join identity.login on login.id = login_id where email = $1",
      ["race@shop.example"],
    );
    assert.equal(rows.length, 1);
    assert.equal((await enter("race@shop.example", code)).status, 400);
  });

  it("does not take a code that has ended, or an earlier one", async () => {
    await ask("late@shop.example");
    const first = await server.codeFor("late@shop.example");
    await server.passResendTime();
    await ask("late@shop.example");
    const second = await server.codeFor("late@shop.example");
    assert.equal((await enter("late@shop.example", first === second ? "x00000" : first)).status, 400);
    await server.sql("update identity.challenge set expires_at = now() - interval '1 s'");
    assert.equal((await enter("late@shop.example", second)).status, 400);
  });

  it("keeps the budget of wrong tries when a new code is asked for", async () => {
    const email = "guess@shop.example";
    await ask(email);
    const statuses: number[] = [];
    for (let guess = 0; guess < 12; guess += 1) {
      if (guess % 4 === 3) {
        await server.passResendTime();
        await ask(email);
      }
      statuses.push((await enter(email, wrongFor(await server.codeFor(email)))).status);
    }
    assert.deepEqual(statuses, [...Array<number>(10).fill(400), 429, 429]);
    const right = await enter(email, await server.codeFor(email));
    assert.equal(right.status, 429, "the right code does not help either");
    assert.match(right.headers.get("retry-after") ?? "", /^\d+$/);
  });

  it("counts tries in the function, whatever the path looks like", async () => {
    const email = "paths@shop.example";
    await ask(email);
    const wrong = wrongFor(await server.codeFor(email));
    for (const path of ["/auth/session", "/auth/session/", "/auth/%73ession", "/auth/session?a=1"]) {
      const statuses = [await enter(email, wrong, path), await enter(email, wrong, path)];
      assert.deepEqual(
        statuses.map(({ status }) => status),
        [400, 400],
        path,
      );
    }
    assert.equal((await enter(email, wrong, "//auth/session")).status, 404);
    assert.equal((await enter(email, wrong)).status, 400);
    assert.equal((await enter(email, wrong)).status, 400);
    assert.equal((await enter(email, wrong, "/auth/session/")).status, 429);
  });

  it("counts a whole IPv6 /64 as one, also for a call from inside", async () => {
    const asked = (host: number) =>
      requestCode(server.platform, `six${host}@shop.example`, `2001:db8:1:2::${host.toString(16)}`);
    for (let host = 1; host <= 60; host += 1) {
      await asked(host);
    }
    await assert.rejects(asked(61), (problem: Problem) => problem.status === 429);
    await requestCode(server.platform, "other@shop.example", "2001:db8:1:3::1");
  });

  it("normalises a look-alike @ before it looks at the address", async () => {
    await ask("look＠shop.example");
    const code = await server.codeFor("look@shop.example");
    assert.equal((await enter("LOOK@shop.example", code)).status, 204);
    assert.equal((await ask("victim@shop.example＠evil.example")).status, 400);
    assert.equal((await ask("victim@evil.example，boss@shop.example")).status, 400);
  });

  it("says the same to those it knows and those it does not", async () => {
    await server.signIn("known@shop.example");
    await server.passResendTime();
    const said = async (answer: Response) => {
      const { requestId: _, ...rest } = (await answer.json()) as Record<string, unknown>;
      return [answer.status, rest];
    };
    assert.deepEqual(await said(await ask("known@shop.example")), await said(await ask("new@shop.example")));
    const known = await said(await enter("known@shop.example", "x00000"));
    assert.deepEqual(known, await said(await enter("new@shop.example", "x00000")));
    assert.deepEqual(known, await said(await enter("never-asked@shop.example", "123456")));
    assert.equal((await ask("new@shop.example")).status, 429, "too soon");
    assert.equal((await ask("known@shop.example")).status, 429, "too soon, and it sounds the same");
  });

  it("takes who somebody is from the session, never from what they send", async () => {
    await ask("plain@shop.example");
    const code = await server.codeFor("plain@shop.example");
    for (const extra of [{ role: "manager" }, { userId: "1" }, { tenantId: "1" }, { programId: "1" }]) {
      const body = { email: "plain@shop.example", code, ...extra };
      assert.equal((await server.send("POST", "/auth/session", { body })).status, 400);
    }
    const cookie = cookieOf(await enter("plain@shop.example", code));
    const headers = { "x-role": "manager", "x-user-id": "1", "x-forwarded-user": "manager" };
    const answer = await server.send("GET", "/v1/keys?role=manager", { cookie, headers });
    assert.ok([400, 403].includes(answer.status));
    assert.equal((await server.send("GET", "/v1/keys", { cookie, headers })).status, 403);
  });

  it("lets a change of rights count at the next request", async () => {
    const email = "boss@shop.example";
    const at = server.platform.clock.now();
    await createMember(server.platform.database, { email, role: "manager", name: "Bo Boss" }, at);
    const cookie = await server.signIn(email);
    const keys = async () => (await server.send("GET", "/v1/keys", { cookie })).status;
    assert.equal(await keys(), 200);
    await server.sql("update identity.member set role = 'staff' where email = $1", [email]);
    assert.equal(await keys(), 403);
    await server.sql("update identity.member set role = 'manager', active = false where email = $1", [email]);
    assert.equal(await keys(), 403);
    assert.equal((await whoIs(cookie)).role, "owner");
    await server.sql("update identity.member set active = true where email = $1", [email]);
    assert.equal(await keys(), 200);
    await server.sql("update identity.session set created_at = now() - interval '13 h' where token = $1", [
      decodeURIComponent(cookie.split("=")[1] ?? "").split(".")[0],
    ]);
    assert.equal((await whoIs(cookie)).role, "public", "a member's session ends with the working day");
  });

  it("ends the session that was there when somebody signs in anew", async () => {
    const earlier = await server.signIn("anew@shop.example");
    await server.passResendTime();
    await ask("anew@shop.example");
    const body = { email: "anew@shop.example", code: await server.codeFor("anew@shop.example") };
    const later = await server.send("POST", "/auth/session", { body, cookie: earlier });
    assert.equal((await whoIs(earlier)).role, "public");
    assert.equal((await whoIs(cookieOf(later))).role, "owner");
  });

  it("keeps neither code nor address in clear where a code waits", async () => {
    const email = "secret@shop.example";
    await ask(email);
    const code = await server.codeFor(email);
    const client = await server.platform.database.pool.connect();
    const { rows } = await client
      .query("set role none")
      .then(() =>
        client.query<{ text: string }>(
          `select string_agg(waiting.text, ' ') as text from (
             select challenge::text as text from identity.challenge
             union all select spent_try::text from identity.spent_try
             union all select data::text from pgboss.job where name = 'mail_sign_in_code') as waiting`,
        ),
      )
      .finally(() => client.release(true));
    const text = rows[0]?.text ?? "";
    assert.match(text, /wrong_codes|resend:.*sealed/, "the control: all three are looked at");
    assert.doesNotMatch(text, new RegExp(`${email}|\\b${code}\\b`));
  });

  it("is not sent from another site's page", async () => {
    await ask("cross@shop.example");
    const body = { email: "cross@shop.example", code: await server.codeFor("cross@shop.example") };
    assert.equal((await server.send("POST", "/auth/session", { body, own: false })).status, 403);
    assert.equal((await server.send("POST", "/auth/session", { body })).status, 204);
  });
});
