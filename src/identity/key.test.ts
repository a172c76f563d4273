import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type SignInServer, signInServer } from "../../test/support/signInServer.ts";
import { type Platform, readPublicId } from "../platform/index.ts";
import { createKey, linkFor } from "./index.ts";
import { callerOfKey, type NewKey, rememberedCaller } from "./key.ts";

type Key = { readonly id: string; readonly token: string; readonly email: string | null };

describe("an API key", () => {
  let server: SignInServer;
  let boss: string;
  before(async () => {
    server = await signInServer();
    boss = (await make({ role: "manager", label: "boss", createdBy: "test" })).token;
  });
  const make = (key: NewKey) => createKey(server.platform.database, key, server.platform.clock.now());
  const post = async (body: object, key = boss) => {
    const answer = await server.send("POST", "/v1/keys", { key, body });
    return { status: answer.status, key: (await answer.json()) as Key };
  };
  const statusWith = async (key: string) => (await server.send("GET", "/v1/keys", { key })).status;

  it("is shown once, kept as a digest, and works until it is revoked, at once and for good", async () => {
    const { status, key } = await post({ role: "manager", label: "till" });
    assert.equal(status, 201);
    assert.match(key.token, /^evk_[0-9a-z]{26}_[\w-]{43}$/);
    const list = await server.send("GET", "/v1/keys", { key: key.token });
    const listed = await list.text();
    assert.ok(listed.includes(key.id) && !listed.includes(key.token.slice(31)));
    const stored = await server.sql("select string_agg(k::text, ' ') as text from identity.api_key k");
    assert.ok(!String(stored[0]?.text).includes(key.token.slice(31)));
    const revocation = () => server.send("POST", `/v1/keys/${key.id}/revocation`, { key: boss });
    const first = (await (await revocation()).json()) as { revokedAt: string };
    assert.equal(await statusWith(key.token), 401);
    assert.equal(((await (await revocation()).json()) as typeof first).revokedAt, first.revokedAt);
  });

  it("that is wrong in any way is refused, never taken for the public", async () => {
    const { key } = await post({ role: "manager", label: "mangled" });
    assert.equal(await statusWith(key.token), 200, "the control");
    const last = key.token.at(-1) === "A" ? "B" : "A";
    for (const wrong of [
      key.token.slice(0, -1) + last,
      key.token.slice(0, -1),
      key.token.replace("evk_", "evk_0"),
      key.token.replace(/^evk_.{26}/, `evk_${"0".repeat(26)}`),
      "evk_",
      "nonsense",
    ]) {
      assert.equal(await statusWith(wrong), 401, wrong);
    }
    const basic = await server.send("GET", "/v1/keys", { headers: { authorization: "Basic YTpi" } });
    assert.equal(basic.status, 401);
  });

  it("ends when it is said to", async () => {
    const at = server.platform.clock.now();
    const { token } = await createKey(
      server.platform.database,
      { role: "manager", label: "short", createdBy: "test", expiresAt: at.subtract({ seconds: 1 }) },
      at.subtract({ hours: 1 }),
    );
    assert.equal(await statusWith(token), 401);
    const past = await post({ role: "staff", label: "late", expiresAt: "2020-01-01T00:00:00Z" });
    assert.equal(past.status, 409);
  });

  it("of an owner needs the address it sees, in its normal form", async () => {
    assert.equal((await post({ role: "owner", label: "nobody" })).status, 400);
    assert.equal(
      (await post({ role: "owner", label: "ann", email: "ANN＠Shop.Example" })).key.email,
      "ann@shop.example",
    );
  });

  it("is made by managers alone, and never carries what a body claims", async () => {
    for (const role of ["owner", "reseller", "staff", "integrator"] as const) {
      const email = role === "owner" ? "o@shop.example" : undefined;
      const { token } = await make({ role, label: role, createdBy: "test", email });
      assert.equal((await post({ role: "manager", label: "climb" }, token)).status, 403, role);
    }
    assert.equal(
      (await server.send("POST", "/v1/keys", { body: { role: "manager", label: "x" } })).status,
      401,
    );
    for (const extra of [{ createdBy: "x" }, { userId: "x" }, { keyId: "x" }, { tenantId: "x" }]) {
      assert.equal((await post({ role: "staff", label: "x", ...extra })).status, 400);
    }
  });

  it("is looked up with one statement, and its use is noted at most once a minute", async () => {
    const { token } = await make({ role: "staff", label: "busy", createdBy: "test" });
    const sent: string[] = [];
    const { database } = server.platform;
    const counting: Platform = {
      ...server.platform,
      database: {
        ...database,
        query: (statement, values) => {
          sent.push(statement.name);
          return database.query(statement, values);
        },
      },
    };
    await callerOfKey(counting, token);
    assert.deepEqual(sent, ["select_live_api_key", "touch_api_key"]);
    await database.pool.query("update identity.api_key set last_used_at = now()");
    sent.length = 0;
    await callerOfKey(counting, token);
    assert.deepEqual(sent, ["select_live_api_key"]);
  });

  it("of a busy caller is proved by the act itself, and is as dead as when it is looked up", async () => {
    const { token, id } = (await post({ role: "manager", label: "busy" })).key;
    const again = (key = crypto.randomUUID()) =>
      server.send("POST", "/v1/keys", {
        key: token,
        body: { role: "staff", label: "made" },
        headers: { "idempotency-key": key },
      });
    assert.equal((await again()).status, 201);
    assert.notEqual(rememberedCaller(server.platform, token)?.toProve, undefined);
    const mangled = token.slice(0, -1) + (token.at(-1) === "A" ? "B" : "A");
    assert.equal(rememberedCaller(server.platform, mangled), undefined);
    const nowhere = await server.send("POST", "/v1/nowhere", { key: token, body: {} });
    assert.equal(nowhere.status, 404, "what is nowhere proves nobody");
    const kept = crypto.randomUUID();
    assert.equal((await again(kept)).status, 201, "remembered, and alive");
    const made = async () =>
      Number((await server.sql("select count(*) from identity.api_key where label = 'made'"))[0]?.count);
    const before = await made();
    // As another process revokes it, of which this one hears nothing.
    const { rootId } = readPublicId("key", id) ?? {};
    await server.sql("update identity.api_key set revoked_at = now() where key_id = $1", [rootId]);
    assert.notEqual(rememberedCaller(server.platform, token), undefined, "still remembered here");
    for (const dead of [
      await again(),
      await again(kept),
      await server.send("GET", "/v1/keys", { key: token }),
    ]) {
      assert.equal(dead.status, 401);
      assert.equal(((await dead.json()) as { code: string }).code, "key_not_valid");
    }
    assert.equal(await made(), before);
  });

  it("is made in a session only soon after its sign-in", async () => {
    await server.sql(
      `insert into identity.member (email, role, name, created_at)
       values ('fresh@shop.example', 'manager', 'Fresh', now())`,
    );
    const cookie = await server.signIn("fresh@shop.example");
    const age = (by: string) =>
      server.sql("update identity.session set created_at = now() - $1::interval", [by]);
    const make = (sent: object) =>
      server.send("POST", "/v1/keys", { ...sent, body: { role: "staff", label: "made" } });
    await age("14 min 50 s");
    assert.equal((await make({ cookie })).status, 201);
    await age("15 min 1 s");
    const late = await make({ cookie });
    const problem = (await late.json()) as { code: string; detail: string };
    assert.deepEqual([late.status, problem.code], [401, "sign_in_again"]);
    assert.match(problem.detail, /Sign in again, then send it again/);
    assert.equal(
      (await server.send("GET", "/v1/keys", { cookie })).status,
      200,
      "reading needs no fresh one",
    );
    assert.equal((await make({ key: boss })).status, 201, "a key has no sign-in");
  });

  it("is listed in pages, newest first", async () => {
    const read = async (query: string) => {
      const answer = await server.send("GET", `/v1/keys?${query}`, { key: boss });
      return (await answer.json()) as { data: Key[]; nextCursor: string | null };
    };
    const all = (await read("limit=200")).data.map(({ id }) => id);
    const paged: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = await read(`limit=2${cursor === "" ? "" : `&after=${cursor}`}`);
      paged.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    assert.deepEqual(paged, all);
    assert.deepEqual(all, all.toSorted().toReversed());
  });

  it("comes before a session, and a link adds to neither", async () => {
    const cookie = await server.signIn("both@shop.example");
    const { token } = await make({ role: "staff", label: "staff", createdBy: "test" });
    const link = linkFor(server.platform, "order", `ord_${"0".repeat(26)}`);
    const answer = await server.send("GET", "/v1/keys", {
      key: token,
      cookie,
      headers: { "x-evermend-link": link },
    });
    assert.match(((await answer.json()) as { detail: string }).detail, /staff/);
    const wrong = await server.send("GET", "/v1/keys", { headers: { "x-evermend-link": `${link}x` } });
    assert.equal(wrong.status, 401);
  });
});
