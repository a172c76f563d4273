import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type SignInServer, signInServer } from "../../test/support/signInServer.ts";

interface Shown {
  readonly id: string;
  readonly isThisOne: boolean;
  readonly usedAt: string;
}

describe("the sessions of somebody", () => {
  let server: SignInServer;
  before(async () => {
    server = await signInServer();
    await server.sql(
      `insert into identity.member (email, role, name, created_at)
       values ('mara@shop.example', 'manager', 'Mara', now())`,
    );
  });
  const roleOf = async (cookie: string) =>
    ((await (await server.send("GET", "/auth/session", { cookie })).json()) as { role: string }).role;
  const signIn = async (email: string) => {
    await server.passResendTime();
    return await server.signIn(email);
  };
  const list = async (cookie: string) =>
    ((await (await server.send("GET", "/auth/sessions", { cookie })).json()) as { data: Shown[] }).data;
  const thisOne = async (cookie: string) =>
    (await list(cookie)).find(({ isThisOne }) => isThisOne)?.id ?? assert.fail("this one is not listed");
  const end = async (cookie: string, id: string, own = true) =>
    (await server.send("DELETE", `/auth/sessions${id === "" ? "" : `/${id}`}`, { cookie, own })).status;
  const age = async (cookie: string, column: "created_at" | "updated_at", by: string) =>
    await server.sql(`update identity.session set ${column} = now() - $2::interval where id = $1`, [
      await thisOne(cookie),
      by,
    ]);

  /** Looks until the use of a session was noted, which nobody waits for. */
  const noted = async (cookie: string) => {
    for (let looks = 1; ; looks += 1) {
      const here = (await list(cookie)).find(({ isThisOne }) => isThisOne);
      const used = Temporal.Instant.from(here?.usedAt ?? "");
      if (used.until(Temporal.Now.instant()).total("minutes") < 1) {
        return;
      }
      assert.ok(looks < 200, "the use was noted");
    }
  };

  it("are listed to them, and ended one by one or all others at once", async () => {
    const [phone, desk, lost] = [
      await signIn("ada@shop.example"),
      await signIn("ada@shop.example"),
      await signIn("ada@shop.example"),
    ];
    assert.equal((await list(desk)).length, 3);
    assert.equal(await end(desk, await thisOne(lost)), 204);
    assert.deepEqual([await roleOf(lost), await roleOf(phone)], ["public", "owner"]);
    assert.equal(await end(desk, ""), 204);
    assert.deepEqual([await roleOf(phone), await roleOf(desk)], ["public", "owner"]);
    assert.deepEqual(
      (await list(desk)).map(({ isThisOne }) => isThisOne),
      [true],
    );
  });

  it("are nobody else's to see or end, nor a page's elsewhere", async () => {
    const [ada, eve] = [await signIn("ada@shop.example"), await signIn("eve@shop.example")];
    const id = await thisOne(ada);
    assert.equal((await list(eve)).length, 1);
    assert.deepEqual([await end(eve, id), await end(eve, "x"), await end(ada, id, false)], [404, 404, 403]);
    assert.equal(await roleOf(ada), "owner");
    assert.equal((await server.send("GET", "/auth/sessions")).status, 401);
    assert.equal((await server.send("DELETE", `/auth/sessions/${id}`)).status, 401);
  });

  it("end when they are not used: an owner's after two days, a member's after two hours", async () => {
    for (const [email, live, over] of [
      ["ada@shop.example", "47 h 59 min", "48 h 1 s"],
      ["mara@shop.example", "1 h 59 min", "2 h 1 s"],
    ] as const) {
      const cookie = await signIn(email);
      await age(cookie, "updated_at", live);
      assert.notEqual(await roleOf(cookie), "public", `${email} ${live}`);
      await noted(cookie);
      await age(cookie, "updated_at", over);
      assert.equal(await roleOf(cookie), "public", `${email} ${over}`);
    }
  });

  it("go on while they are used, to the end of their longest time", async () => {
    const cookie = await signIn("mara@shop.example");
    await age(cookie, "updated_at", "90 min");
    await roleOf(cookie);
    await noted(cookie);
    const id = await thisOne(cookie);
    await server.sql("update identity.session set created_at = now() - interval '12 h 1 s' where id = $1", [
      id,
    ]);
    assert.equal(await roleOf(cookie), "public");
  });
});
