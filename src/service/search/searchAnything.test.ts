import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { warsaw } from "../../../test/support/cases.ts";
import { type ClaimDesk, claimDesk, toPaid, type Who } from "../../../test/support/claimDesk.ts";
import { statementCount } from "../../../test/support/statementCount.ts";
import { type Queryable, readPublicId } from "../../platform/index.ts";
import * as store from "./foundStore.ts";

interface Hit {
  readonly kind: string;
  readonly id: string;
  readonly by: string;
  readonly text?: string;
  readonly found?: string;
}

let desk: ClaimDesk;
let swapped: string;
let waiting: string;
let bobs: string;
let oldSerial: string;
let newSerial: string;

before(async () => {
  desk = await claimDesk();
  waiting = await desk.claimAfter(["intake"]);
  bobs = await desk.claimAfter([], desk.camera("owner bob@example.org"));
  swapped = await desk.claimAfter(toPaid);
  oldSerial = await serialOf(swapped);
  newSerial = desk.newSerial();
  await desk.step("replacement", swapped, { serial: newSerial });
  await desk.step("shipment", swapped, { ...{ carrier: "DPD", tracking: "Dpd-778899" }, address: warsaw });
  await desk.app.call("staff", `POST /v1/claims/${waiting}/bin`, { place: "C-17 left" });
  await desk.app.platform.jobs.drained();
  await desk.app.platform.database.pool.query(
    "update identity.person set name = 'Bob Kowalski' where email = 'bob@example.org'",
  );
});
after(() => desk.app.stop());

const serialOf = async (id: string) =>
  ((await desk.app.call("staff", `GET /v1/claims/${id}`)).body.device as { serial: string }).serial;

async function search(q: string, as: Who = "staff"): Promise<readonly Hit[]> {
  const { status, body } = await desk.app.call(as, "POST /v1/search", { q });
  assert.equal(status, 200, JSON.stringify(body));
  return body.data as Hit[];
}

const told = (hits: readonly Hit[], kind: string) =>
  hits.filter((hit) => hit.kind === kind).map(({ id, by }) => `${by} ${id}`);

describe("a search", () => {
  it("finds a case by its id, its slip, its serial, a piece of that, and a misspelt one", async () => {
    const serial = await serialOf(waiting);
    const slip = `${serial.slice(0, 5)}X${serial.slice(6)}`;
    for (const [q, by] of [
      [waiting, "id"],
      [`EVM:${waiting}`, "id"],
      [serial, "serial"],
      [serial.toLowerCase().replace(/(.{4})/g, "$1 "), "serial"],
      [serial.slice(4), "piece_of_serial"],
      [slip, "alike_serial"],
    ] as const) {
      assert.ok(told(await search(q), "case").includes(`${by} ${waiting}`), `${q}: ${by}`);
    }
  });

  it("answers an old serial with the device that has its place, and says which one that is", async () => {
    const hits = await search(oldSerial);
    const [device] = hits.filter(({ kind }) => kind === "device");
    assert.deepEqual([device?.by, device?.text, device?.found], ["former_serial", newSerial, oldSerial]);
    assert.deepEqual(told(hits, "case"), [`former_serial ${swapped}`]);
  });

  it("finds what was sent by the number of its parcel, and what lies at a place", async () => {
    assert.deepEqual(told(await search("dpd-778899"), "case"), [`tracking ${swapped}`]);
    assert.deepEqual(told(await search("c-17  LEFT"), "case"), [`place ${waiting}`]);
  });

  it("finds a code whole or by its end, with the plan it became", async () => {
    const { rows } = await desk.app.platform.database.pool.query(
      "select last4 from contracts.code where redeemed_by like $1",
      [`ctr_${readPublicId("clm", waiting)?.rootId}_%`],
    );
    const codes = told(await search(String(rows[0]?.last4)), "code");
    assert.equal(codes.filter((code) => code.startsWith("last4 cod_")).length, codes.length);
    assert.ok(codes.length > 0);
  });

  it("finds an owner by address, by name, and by a name misspelt", async () => {
    assert.deepEqual(told(await search("BOB@example.org"), "case"), [`email ${bobs}`]);
    assert.deepEqual(told(await search("bob@exa"), "case"), [`name ${bobs}`]);
    assert.deepEqual(told(await search("Bob Kowalksi"), "case"), [`alike_name ${bobs}`]);
    assert.equal((await search("bob@example.org"))[0]?.found, "Bob Kowalski, bob@example.org");
  });

  it("finds nothing, and says so, for what is nothing", async () => {
    for (const q of [
      "%",
      "_ _",
      "'; drop table x",
      "\\",
      "AC4",
      "clm_01m7ynaym0vqhpgnwdrkms6x8c_1",
      "\u0000a",
    ]) {
      const { status, body } = await desk.app.call("staff", "POST /v1/search", { q });
      assert.ok(status === 200 ? (body.data as Hit[]).length === 0 : status === 400, `${q}: ${status}`);
    }
  });
});

describe("what is looked for", () => {
  it("is asked in a body alone: a code or a name in an address is not heard", async () => {
    assert.equal((await desk.app.call("staff", "GET /v1/search?q=AC4-8AQQ-TEST-CODE")).status, 404);
    const { status, body } = await desk.app.call("staff", "POST /v1/search?q=bob", { q: "bob" });
    assert.deepEqual([status, (body.errors as { pointer: string }[])[0]?.pointer], [400, "/query/q"]);
  });

  it("is kept nowhere, and neither is what was found", async () => {
    const { pool } = desk.app.platform.database;
    const kept = async () => (await pool.query("select count(*) from platform.idempotency")).rows[0].count;
    const earlier = await kept();
    await search("bob@example.org");
    assert.equal(await kept(), earlier);
    // The control: an act is kept by its key.
    await desk.app.call("staff", `POST /v1/claims/${waiting}/bin`, { place: "C-17 left" });
    assert.equal(Number(await kept()), Number(earlier) + 1);
  });
});

describe("what there is more of than is told", () => {
  const ask = async (q: string) => {
    const { body } = await desk.app.call("staff", "POST /v1/search", { q });
    return body as {
      readonly data: readonly Hit[];
      readonly more: readonly { kind: string; count?: number }[];
    };
  };
  const count = async (sql: string, ...values: readonly string[]) =>
    Number(
      (await desk.app.platform.database.pool.query(`select count(*) from ${sql}`, [...values])).rows[0].count,
    );

  it("is counted, of what a piece of a serial finds and of what somebody has", async () => {
    const begins = (await serialOf(waiting)).slice(0, 4);
    const [devices, cases, contracts] = await Promise.all([
      count("contracts.serial_index where serial like $1", `${begins}%`),
      count("claims.claim"),
      count(
        "contracts.contract join identity.person on person_id = holder_id where email = $1",
        "ada@example.org",
      ),
    ]);
    assert.ok(devices > 20 && contracts > 20 && cases < 9);
    const byPiece = await ask(begins);
    assert.equal(told(byPiece.data, "device").length, 8);
    assert.ok(byPiece.more.every((one) => (one.count ?? 0) > 0));
    const byOwner = await ask("ada@example.org");
    assert.equal(told(byOwner.data, "contract").length, 8);
    assert.deepEqual(
      byOwner.more.filter(({ kind }) => kind === "contract" || kind === "case"),
      [{ kind: "contract", count: contracts - 8 }],
    );
  });

  it("is said without a number where more have a name than are read; those are the newest", async () => {
    assert.deepEqual((await ask("bob@example.org")).more, []);
    await desk.app.platform.database.pool.query(
      `with people as (
         insert into identity.person (person_id, name, email, created_at)
         select '00' || lpad(n::text, 24, '0'), 'Bob Kowalski', 'bob@example.org', now()
           from generate_series(1, 1200) n
         returning email, person_id)
       insert into identity.email_index (email, person_id) select email, person_id from people`,
    );
    for (const [q, by] of [
      ["bob@example.org", "email"],
      ["Bob Kowalski", "name"],
    ] as const) {
      const { data, more } = await ask(q);
      assert.deepEqual(told(data, "case"), [`${by} ${bobs}`]);
      assert.deepEqual(
        more.map((one) => Object.values(one)),
        [["case"], ["contract"], ["verification"], ["order"]],
      );
    }
  });
});

describe("who may not know", () => {
  it("learns no name: a partner's key finds no person, and no case by one", async () => {
    for (const q of ["bob@example.org", "bob@exa", "Bob Kowalksi"]) {
      assert.deepEqual(await search(q, "integrator"), []);
    }
    assert.ok((await search(await serialOf(bobs), "integrator")).every(({ found }) => !found?.includes("@")));
  });

  it("does not see a charge that is not theirs to read", async () => {
    const { body } = await desk.app.call("manager", "GET /v1/charges?limit=1");
    const [charge] = body.data as { id: string }[];
    assert.ok(charge !== undefined);
    assert.deepEqual(told(await search(charge.id, "manager"), "charge"), [`id ${charge.id}`]);
    assert.deepEqual(await search(charge.id, "staff"), []);
  });

  it("may not ask at all as an owner, a reseller or nobody", async () => {
    for (const [as, status] of [
      ["owner ada@example.org", 403],
      ["reseller", 403],
      ["public", 401],
    ] as const) {
      assert.equal((await desk.app.call(as, "POST /v1/search", { q: "bob" })).status, status);
    }
  });
});

describe("what a search costs", () => {
  it("is at most ten statements, whatever is typed", async () => {
    const { platform } = desk.app;
    for (const q of [
      await serialOf(waiting),
      oldSerial,
      "Bob Kowalksi",
      "bob@example.org",
      waiting,
      "7X2K",
    ]) {
      const earlier = await statementCount(platform, /^$/);
      await search(q);
      assert.ok((await statementCount(platform, /^$/)) - earlier <= 10, q);
    }
  });

  it("reads by an index in every statement, and never the whole of a table or an index", async () => {
    const [many, text] = [["a", "b"], "ANYTHING1"];
    const asked = [
      (db: Queryable) => store.devicesBySerial(db, text, "1GNIHTYNA", many),
      (db: Queryable) => store.foundOfDevices(db, many),
      (db: Queryable) => store.foundById(db, "clm", text, 1),
      (db: Queryable) => store.foundByCode(db, [], "7X2K"),
      (db: Queryable) => store.foundByNumber(db, text, many),
      (db: Queryable) => store.personsByEmail(db, "ada@example.org"),
      (db: Queryable) => store.personsByWords(db, "%ada%", "%", "%"),
      (db: Queryable) => store.personsAlike(db, "kowalksa", "kow%", "% kow%", "%ksa %"),
      (db: Queryable) => store.foundOfPersons(db, many),
    ];
    // Of an empty table all of an index is as good as none of it.
    await desk.app.platform.database.pool.query(
      `insert into service.stray_parcel (stray_id, why, serial, parts, contents, place, found_at, actor)
       select 's' || n, 'unknown_serial', 'S' || n, '{}', 'x', 'P' || n, now(), 'x'
         from generate_series(1, 3000) n`,
    );
    await desk.app.platform.database.pool.query("analyze service.stray_parcel");
    for (const ask of asked) {
      assert.deepEqual(await wholeReads(ask), []);
    }
    // The control: a question that no index answers.
    const everything = { name: "x", text: "select serial from contracts.device where model = $1" };
    assert.deepEqual(await wholeReads((db) => db.query(everything, [text])), ["Seq Scan device"]);
  });
});

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Index Cond"?: string;
  readonly Plans?: readonly Plan[];
}

/** What a statement reads the whole of, when the planner does what it can to read by an index. */
async function wholeReads(ask: (db: Queryable) => Promise<unknown>): Promise<string[]> {
  const client = await desk.app.platform.database.pool.connect();
  const found: string[] = [];
  const walk = (plan: Plan) => {
    const { "Node Type": node, "Relation Name": table, "Index Name": index } = plan;
    if (node === "Seq Scan" || (index !== undefined && plan["Index Cond"] === undefined)) {
      found.push(`${node} ${table ?? index}`);
    }
    plan.Plans?.forEach(walk);
  };
  try {
    await client.query("set enable_seqscan = off");
    await ask({
      query: async ({ text }, values) => {
        const { rows } = await client.query(`explain (format json) ${text}`, [...values]);
        walk(rows[0]["QUERY PLAN"][0].Plan as Plan);
        return { rows: [], rowCount: 0 } as never;
      },
    });
  } finally {
    await client.query("reset enable_seqscan");
    client.release();
  }
  return found;
}
