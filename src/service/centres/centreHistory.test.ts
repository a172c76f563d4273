import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type CounterDesk, codeOf, counterDesk, WARSAW } from "../../../test/support/counterDesk.ts";
import { changedFields } from "./changedFields.ts";

let desk: CounterDesk;
before(async () => {
  desk = await counterDesk();
});

interface Row {
  readonly type: string;
  readonly actor: string;
  readonly data: Readonly<Record<string, unknown>>;
}
const historyOf = async (id: unknown, as: "staff" | "manager" = "staff") =>
  (await desk.app.call(as, `GET /v1/centres/${id}/history`)).body.data as Row[];
const written = async (id: string) => {
  const { closedAt: _, id: __, ...centre } = (await desk.app.call("public", `GET /v1/centres/${id}`)).body;
  return { ...centre, closed: false } as Record<string, unknown>;
};

describe("the history of a centre", () => {
  it("tells who added and changed it, and what was there before", async () => {
    const { version: _, closed: __, ...sheet } = await written(WARSAW);
    const added = await desk.app.call("manager", "POST /v1/centres", { ...sheet, name: "Harbour Repairs" });
    const { id } = added.body;
    const put = `PUT /v1/centres/${id}`;
    const closed = { ...sheet, name: "Harbour Repairs", closed: false };
    assert.equal(
      codeOf(await desk.app.call("manager", put, { ...closed, noticeMinutes: 60, version: 1 })),
      "done",
    );
    const stale = await desk.app.call("manager", put, { ...closed, noticeMinutes: 30, version: 1 });
    assert.equal(codeOf(stale), "centre_changed_meanwhile");
    const rows = await historyOf(id);
    assert.deepEqual(
      rows.map(({ type, data }) => [type, data.changed]),
      [
        ["centre.revised", { noticeMinutes: { from: 120, to: 60 } }],
        ["centre.added", undefined],
      ],
    );
    assert.ok(rows.every(({ actor }) => actor.startsWith("manager:") || actor.startsWith("key:")));
  });

  it("keeps every one of the blocks that are made and lifted at once", async () => {
    const centre = (await written(WARSAW)) as { benches: { no: number }[] };
    const from = "2026-10-05T07:00:00Z";
    const block = { from, to: "2026-10-05T08:00:00Z", reason: "Calibration" };
    const made = await Promise.all(
      centre.benches.map(({ no }) =>
        desk.app.call("staff", `POST /v1/centres/${WARSAW}/blocks`, { ...block, bench: no }),
      ),
    );
    assert.deepEqual(
      made.map(codeOf),
      centre.benches.map(() => "done"),
    );
    const lifted = await Promise.all(
      made.flatMap(({ body }) =>
        [1, 2].map(() => desk.app.call("staff", `POST /v1/blocks/${body.id}/lifting`, {})),
      ),
    );
    assert.equal(lifted.filter((answer) => codeOf(answer) === "done").length, made.length);
    const types = (await historyOf(WARSAW)).map(({ type }) => type);
    const count = (wanted: string) => types.filter((type) => type === wanted).length;
    assert.deepEqual([count("bench.blocked"), count("bench.unblocked")], [made.length, made.length]);
  });

  it("is turned over page by page, and no cursor but its own is taken", async () => {
    const page = await desk.app.call("staff", `GET /v1/centres/${WARSAW}/history?limit=2`);
    assert.equal((page.body.data as Row[]).length, 2);
    const rest = await desk.app.call(
      "staff",
      `GET /v1/centres/${WARSAW}/history?after=${String(page.body.nextCursor)}`,
    );
    assert.equal((rest.body.data as Row[]).length, (await historyOf(WARSAW)).length - 2);
    const wrong = await desk.app.call("staff", `GET /v1/centres/${WARSAW}/history?after=x`);
    assert.equal(wrong.status, 400);
  });
});

it("says of an object nothing where only the order of its keys is another", () => {
  const base = { name: "A", address: { line1: "1", postcode: "2", city: "C" } };
  const given = (more: object) => ({ ...base, ...more }) as Parameters<typeof changedFields>[0];
  assert.deepEqual(
    changedFields(given({}), given({ address: { city: "C", line1: "1", postcode: "2" } })),
    {},
  );
  assert.deepEqual(changedFields(given({}), given({ name: "B" })), { name: { from: "A", to: "B" } });
});
