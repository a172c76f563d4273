import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type ClaimDesk, claimDesk, OWNER, type Who } from "../../../test/support/claimDesk.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import type { Answer } from "../../../test/support/testApp.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import { readPublicId } from "../../platform/index.ts";
import { lookForSignals, raiseSignals } from "./lookForSignals.ts";

let desk: ClaimDesk;
before(async () => {
  desk = await claimDesk();
});

const codeOf = ({ status, body }: Answer) => (status < 400 ? "done" : String(body.code));
const signalsOf = async (id: string) =>
  (await desk.app.call("staff", `GET /v1/claims/${id}/signals`)).body.data as {
    no: number;
    kind: string;
    restsOn: string[];
    seenBy?: string;
    note?: string;
  }[];
const kindsOf = async (id: string) => (await signalsOf(id)).map(({ kind }) => kind);

/** A photo that was kept, with this look. */
async function photo(id: string, look: string, no = 1): Promise<void> {
  const { rootId, no: claimNo } = readPublicId("clm", id) ?? {};
  await ownerQuery(
    desk.app.database,
    `insert into claims.evidence (device_id, of_no, no, file_name, state, kind, purpose, sent_type,
       sent_bytes,
       added_by, adder_id, added_at, received_at, closed_at, cleared_at, original_digest, shown_digest,
       shown_type, shown_bytes, width, height, look)
     values ('${String(rootId)}', ${Number(claimNo)}, ${no}, md5(random()::text), 'kept', 'photo', 'free',
       'image/jpeg', 10, 'owner', 'ada', clock_timestamp(), now(), now(), now(),
       sha256('a'), sha256('b'), 'image/jpeg', 10, 100, 100, ${look})`,
  );
  await lookForSignals.run(desk.app.platform, { rootId: String(rootId), claimNo: Number(claimNo) });
}

describe("signals of a case", () => {
  it("are raised after it was told, for our own people alone, and change nothing of it", async () => {
    const before = await desk.kept(await desk.claimAfter([]));
    for (let count = 0; count < 3; count += 1) {
      await desk.claimAfter([]);
    }
    const id = await desk.claimAfter([]);
    await desk.app.platform.jobs.drained();
    assert.deepEqual(await kindsOf(id), ["velocity"]);
    const { claim } = await desk.kept(id);
    assert.deepEqual(
      [claim.state, (claim.receipt as { outcome: string }).outcome],
      ["reported", (before.claim.receipt as { outcome: string }).outcome],
    );
    const others: Who[] = [OWNER, "integrator", "public"];
    const answers = await Promise.all(
      others.map(async (as) => (await desk.app.call(as, `GET /v1/claims/${id}/signals`)).status),
    );
    assert.deepEqual(answers, [403, 403, 401]);
    const page = JSON.stringify((await desk.app.call(OWNER, `GET /v1/claims/${id}`)).body);
    // The one place where the terms themselves have the word: a cause of damage.
    assert.doesNotMatch(page.replaceAll("signal interference", ""), /signal|velocity/i);
    const rowsFor = async (as: Who) =>
      (await desk.app.call(as, "GET /v1/claims")).body.data as { id: string; signals?: number }[];
    const shown = async (as: Who) => (await rowsFor(as)).find((row) => row.id === id)?.signals;
    assert.deepEqual(
      [await shown("staff"), await shown(OWNER), await shown("integrator")],
      [1, undefined, undefined],
    );
  });

  it("find a photo that looks like one of another case, and not the other way round", async () => {
    const [one, other, third] = [
      await desk.claimAfter([]),
      await desk.claimAfter([]),
      await desk.claimAfter([]),
    ];
    await photo(one, "x'0f0f0f0f0f0f0f0f'::bigint");
    // Three bits apart, all in different quarters.
    await photo(other, "x'0f0f0f0e0f0e0f0e'::bigint");
    await photo(third, "x'0e0e0e0e0f0f0f0f'::bigint");
    await photo(third, "0", 2);
    assert.ok((await kindsOf(other)).includes("image_reuse"));
    assert.ok(!(await kindsOf(one)).includes("image_reuse"));
    assert.ok(!(await kindsOf(third)).includes("image_reuse"));
    const raised = (await signalsOf(other)).filter(({ kind }) => kind === "image_reuse");
    assert.deepEqual(
      raised.map(({ restsOn }) => restsOn),
      [[one]],
    );
  });

  it("are raised once, however often it is looked", async () => {
    const [one, other] = [await desk.claimAfter([]), await desk.claimAfter([])];
    await photo(one, "x'1234567812345678'::bigint");
    await photo(other, "x'1234567812345678'::bigint");
    const { rootId, no } = readPublicId("clm", other) ?? {};
    const named = { rootId: String(rootId), claimNo: Number(no) };
    await Promise.allSettled([1, 2, 3].map(async () => await lookForSignals.run(desk.app.platform, named)));
    assert.equal((await kindsOf(other)).filter((kind) => kind === "image_reuse").length, 1);
  });

  it("are looked at once, by whom and with what they make of it", async () => {
    const [one, id] = [await desk.claimAfter([]), await desk.claimAfter([])];
    await photo(one, "x'7777777712345678'::bigint");
    await photo(id, "x'7777777712345678'::bigint");
    const { no } = (await signalsOf(id)).find(({ kind }) => kind === "image_reuse") ?? { no: 0 };
    const see = async (place = no) =>
      await desk.app.call("staff", `POST /v1/claims/${id}/signals/${place}/seen`, { note: "the same table" });
    const answers = await Promise.all([see(), see()]);
    assert.deepEqual(answers.map(codeOf).toSorted(), ["done", "signal_seen"]);
    assert.equal((await see(99)).status, 404);
    const seen = (await signalsOf(id)).find((signal) => signal.no === no);
    assert.deepEqual([seen?.note, typeof seen?.seenBy], ["the same table", "string"]);
  });

  it("are kept with each decision that was made when they were known, and with none before", async () => {
    const [one, id] = [await desk.claimAfter([]), await desk.claimAfter([])];
    await photo(one, "x'5555555512345678'::bigint");
    await photo(id, "x'5555555512345678'::bigint");
    const serial = String((await desk.kept(id)).claim.serial);
    assert.equal(
      codeOf(await desk.step("intake", id, { serial, parts: ["camera", "battery"], condition: "wet" })),
      "done",
    );
    assert.equal(codeOf(await desk.step("inspection", id)), "done");
    const { rootId } = readPublicId("clm", id) ?? {};
    const kept = (await ownerQuery(
      desk.app.database,
      `select signals from claims.decision where device_id = '${String(rootId)}' order by no`,
    )) as unknown as { signals: { kind: string }[] | null }[];
    assert.equal(kept[0]?.signals, null);
    assert.ok(kept.at(-1)?.signals?.some(({ kind }) => kind === "image_reuse"));
  });
});

it("breaks no invariant", async () => {
  const found = await violationsIn(desk.app.database as TestDatabase);
  assert.deepEqual(
    found.filter(({ invariant }) => invariant !== 58),
    [],
  );
});

it("those found at once of one case are all kept, each with a number of its own", async () => {
  const id = await desk.claimAfter([]);
  await desk.app.platform.jobs.drained();
  const { rootId = "", no: claimNo = 0 } = readPublicId("clm", id) ?? {};
  const before = (await signalsOf(id)).length;
  const abouts = Array.from({ length: 8 }, (_, index) => `seen ${index}`);
  const found = abouts.map((about) => ({
    ...({ kind: "image_reuse", about, weight: 1 } as const),
    ...{ told: {}, restsOn: [id] },
  }));
  await Promise.all(
    found.map(async (one) => await raiseSignals(desk.app.platform, { rootId, claimNo }, [one])),
  );
  const numbers = (await signalsOf(id)).map(({ no }) => no);
  assert.deepEqual(
    numbers,
    Array.from({ length: before + abouts.length }, (_, index) => index + 1),
  );
});
