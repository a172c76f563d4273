import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { before, describe, it } from "node:test";
import { type SignInServer, signInServer } from "../../test/support/signInServer.ts";
import { linkFor } from "./index.ts";
import { endedSessionCookie, sessionCookie } from "./session.ts";

describe("a session", () => {
  let server: SignInServer;
  before(async () => {
    server = await signInServer();
  });
  const roleOf = async (cookie: string) =>
    ((await (await server.send("GET", "/auth/session", { cookie })).json()) as { role: string }).role;
  const signed = (token: string) => sessionCookie(server.platform, token).split(";")[0] ?? "";

  it("has a cookie bound to the host over https", () => {
    const config = { ...server.platform.config, publicUrl: "https://care.example" };
    const secure = { ...server.platform, config };
    assert.match(
      sessionCookie(secure, "token"),
      /^__Host-evermend_session=token\.[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    assert.match(endedSessionCookie(secure), /^__Host-evermend_session=; Max-Age=0; .*; Secure$/);
  });

  it("is nobody's when its signature is not ours, or no session stands behind it", async () => {
    const cookie = await server.signIn("sign@shop.example");
    const token = decodeURIComponent(cookie.split("=")[1] ?? "").split(".")[0] ?? "";
    assert.equal(await roleOf(signed(token)), "owner", "the control: this is the real one");
    const otherKey = createHmac("sha256", "another secret").update(token).digest("base64");
    for (const value of [token, `${token}.`, `${token}.${otherKey}`, `.${otherKey}`, "..", "%00", ""]) {
      assert.equal(await roleOf(`evermend_session=${encodeURIComponent(value)}`), "public", value);
    }
    assert.equal(await roleOf(signed("nobody-has-this-token")), "public");
    await server.sql("update identity.session set expires_at = now() - interval '1 s' where token = $1", [
      token,
    ]);
    assert.equal(await roleOf(cookie), "public");
  });

  it("that is only half signed in can do nothing", async () => {
    const options = await server.send("GET", "/auth/passkey/generate-authenticate-options");
    const challenge = options.headers.getSetCookie()[0]?.split(";")[0] ?? assert.fail("no challenge");
    const login = ["half", "half@shop.example"];
    await server.sql(
      `insert into identity.login (id, name, email, email_verified, created_at, updated_at)
       values ($1, '', $2, false, now(), now())`,
      login,
    );
    await server.sql(
      `insert into identity.session (id, token, login_id, expires_at, created_at, updated_at)
       values ('half', 'half-token', 'half', now() + interval '1 d', now(), now())`,
    );
    const disguised = challenge.replace("evermend_challenge", "evermend_session");
    for (const cookie of [challenge, disguised, signed("half-token")]) {
      assert.equal(await roleOf(cookie), "public");
      assert.equal((await server.send("GET", "/v1/keys", { cookie })).status, 401);
      assert.equal((await server.send("GET", "/auth/passkey/list-user-passkeys", { cookie })).status, 401);
    }
  });

  it("opened before its address was proved ends when the owner of the address signs in", async () => {
    await server.sql(
      `insert into identity.login (id, name, email, email_verified, created_at, updated_at)
       values ('early', '', 'early@shop.example', false, now(), now())`,
    );
    await server.sql(
      `insert into identity.session (id, token, login_id, expires_at, created_at, updated_at)
       values ('early', 'early-token', 'early', now() + interval '1 d', now(), now())`,
    );
    const cookie = await server.signIn("early@shop.example");
    assert.equal(await roleOf(cookie), "owner");
    assert.equal(await roleOf(signed("early-token")), "public");
  });

  it("that has ended is forgotten when somebody signs in, and old tries of those kinds", async () => {
    await server.signIn("gone@shop.example");
    await server.sql("update identity.session set expires_at = now() - interval '1 s'");
    await server.sql("update identity.spent_try set started_at = now() - interval '25 h'");
    await server.signIn("stays@shop.example");
    const [left] = await server.sql(
      `select (select count(*)::integer from identity.session where expires_at < now()) as sessions,
              (select count(*)::integer from identity.spent_try
                where started_at < now() - interval '1 day'
                  and split_part(bucket, ':', 1) in ('resend', 'codes_mailed', 'wrong_codes')) as tries`,
    );
    assert.deepEqual(left, { sessions: 0, tries: 0 });
  });

  it("of a link in a cookie is not for pages of other sites either", async () => {
    const link = linkFor(server.platform, "order", `ord_${"0".repeat(26)}`);
    const post = (cookie: string, own: boolean) =>
      server.send("POST", "/v1/keys", { cookie, own, body: { role: "staff", label: "x" } });
    const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
    assert.equal(await codeOf(await post(`link=${link}`, false)), "foreign_origin");
    assert.equal(await codeOf(await post(`link=${link}`, true)), "not_permitted");
    assert.equal(await codeOf(await post(`link=${link}x`, false)), "not_signed_in", "an old one is none");
  });

  it("changes nothing for a page of another site", async () => {
    const cookie = await server.signIn("csrf@shop.example");
    const leave = (headers: Record<string, string>, own?: boolean) =>
      server.send("DELETE", "/auth/session", { cookie, headers, ...(own === undefined ? {} : { own }) });
    assert.equal((await leave({}, false)).status, 403);
    assert.equal((await leave({ origin: "null" })).status, 403);
    assert.equal((await leave({ "sec-fetch-site": "cross-site" }, false)).status, 403);
    assert.equal((await leave({ "sec-fetch-site": "same-site" }, false)).status, 403);
    assert.equal(await roleOf(cookie), "owner");
    assert.equal((await leave({ "sec-fetch-site": "same-origin" }, false)).status, 204);
  });
});
