import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { publicId, readPublicId } from "../../src/platform/index.ts";
import { type AdvanceDesk, ALL_PARTS, advanceDesk } from "../support/advanceDesk.ts";
import { alterStatements } from "../support/alterStatements.ts";
import { invariantSweep } from "../support/invariantSweep.ts";

const ROUNDS = 3;

interface Ended {
  readonly state: string;
  readonly closedAt: unknown;
  readonly ends: readonly string[];
}

/** How an old device ended, and what its hold told. */
async function endedOf({ app }: AdvanceDesk, id: string): Promise<Ended> {
  const { rootId } = readPublicId("clm", id) ?? {};
  const ask = async (text: string) => (await app.platform.database.pool.query(text, [rootId])).rows;
  const [core] = await ask(
    `select state, closed_at as "closedAt" from claims.core_return where device_id = $1`,
  );
  const told = await ask(
    "select type from platform.event where root_id = $1 and type ~ '^Hold(Captured|Released)$'",
  );
  return { ...core, ends: told.map(({ type }) => String(type)) };
}

/** The right device arrives while one hand takes the hold and another lets it go, all at once. */
async function raced(desk: AdvanceDesk): Promise<Ended> {
  const { id, serial } = await desk.shipped();
  const { rootId, no } = await desk.hold(id);
  const hold = publicId("hld", rootId, no);
  await desk.bench("intake", id, { serial: "MSE77777777", parts: ["aircraft"], condition: "not ours" });
  await desk.days(18);
  await Promise.all([
    desk.bench("intake", id, { serial, parts: ALL_PARTS, condition: "crashed" }),
    desk.app.call("manager", `POST /v1/holds/${hold}/capture`, { amount: 9_900, reason: "another came" }),
    desk.app.call("staff", `POST /v1/holds/${hold}/release`, { reason: "it is here" }),
  ]);
  await desk.app.platform.jobs.drained();
  return await endedOf(desk, id);
}

test("an old device that arrives, is charged for and is let go at once ends once", async () => {
  const desk = await advanceDesk();
  for (let round = 0; round < ROUNDS; round += 1) {
    const { state, closedAt, ends } = await raced(desk);
    match(state, /^(received|charged|waived)$/);
    ok(closedAt);
    equal(ends.length, 1, ends.join());
    ok(state !== "waived" || ends[0] === "HoldReleased");
    ok(state !== "charged" || ends[0] === "HoldCaptured");
  }
  deepEqual(await invariantSweep(desk.app.database), []);
});

test("control: without its guard what came is called let go, and that is seen", async () => {
  const desk = await advanceDesk();
  alterStatements(desk.app.platform.database.pool, (name, text) =>
    name === "close_core_return" ? text.replace("and state = 'awaited'", "") : text,
  );
  const { id, serial } = await desk.shipped();
  await desk.bench("intake", id, { serial, parts: ALL_PARTS, condition: "crashed" });
  await desk.app.platform.jobs.drained();
  equal((await endedOf(desk, id)).state, "waived", "it came, and the guard would have kept it received");
});

/** Four scans of one parcel at once: how each ended, and what was kept of them. */
async function scanned(desk: AdvanceDesk): Promise<Readonly<Record<string, unknown>>> {
  const { id, serial } = await desk.shipped();
  const { rootId } = readPublicId("clm", id) ?? {};
  const parcel = { serial, parts: ["aircraft"], condition: "crashed" };
  const answers = await Promise.all([1, 2, 3, 4].map(() => desk.bench("intake", id, parcel)));
  const [counts] = (
    await desk.app.platform.database.pool.query<{ intakes: number; told: number }>(
      `select (select count(*)::integer from service.intake where device_id = $1) as intakes,
              (select count(*)::integer from platform.event
                where root_id = $1 and type = 'OldDeviceReceived') as told`,
      [rootId],
    )
  ).rows;
  return {
    ...counts,
    codes: answers.map(({ body }) => (body.code as string | undefined) ?? "done").toSorted(),
  };
}

const DONE = ["done", "done", "done", "done"];
const LATE = ["done", "received_meanwhile", "received_meanwhile", "received_meanwhile"];

/** Lets every scan see that nothing has come, whatever came: as if nobody kept them apart. */
const blind = (name: string, text: string) =>
  name === "core_return_of" ? text.replace("serial, parts,", "serial, '{}'::text[] as parts,") : text;

test("four scans of one parcel at once count once, and each is answered as the first", async () => {
  const desk = await advanceDesk();
  for (let round = 0; round < ROUNDS; round += 1) {
    deepEqual(await scanned(desk), { intakes: 1, told: 1, codes: DONE });
  }
  deepEqual(await invariantSweep(desk.app.database), []);
});

test("of scans that do not see each other the statement itself takes one", async () => {
  const desk = await advanceDesk();
  alterStatements(desk.app.platform.database.pool, blind);
  deepEqual(await scanned(desk), { intakes: 1, told: 1, codes: LATE });
});

test("control: without that guard each of them counts", async () => {
  const desk = await advanceDesk();
  alterStatements(desk.app.platform.database.pool, (name, text) =>
    name === "take_core_return"
      ? text.replace("and parts = $12", "and $12::text[] is not null")
      : blind(name, text),
  );
  deepEqual(await scanned(desk), { intakes: 4, told: 4, codes: DONE });
});
