import { deepEqual, equal } from "node:assert/strict";
import { before, describe, test } from "node:test";
import { claimStates } from "../src/claims/index.ts";
import { readPublicId } from "../src/platform/index.ts";
import { type ClaimDesk, claimDesk, type Step, toInspected, toPaid, toShipped } from "./support/claimDesk.ts";
import { type DeskAct, deskActs, doAct } from "./support/deskActs.ts";
import { rowsOfRoots } from "./support/rowsOfRoots.ts";
import type { TestDatabase } from "./support/testDatabase.ts";

/** How a case that came by parcel gets into each state. */
const ways: Readonly<Record<(typeof claimStates)[number], readonly Step[]>> = {
  reported: [],
  received: ["intake"],
  inspected: toInspected,
  chosen: [...toInspected, "choice"],
  paid: toPaid,
  replaced: [...toPaid, "replacement"],
  shipped: toShipped,
  closed: [...toShipped, "closure"],
  cancelled: ["cancellation"],
};

const NOT_DUE = "claim_not_at_this_step";
/** In which states each act is taken, what it is refused with in the others, and where for another reason. */
const table: Readonly<
  Record<
    string,
    {
      readonly may: readonly string[];
      readonly no: string;
      readonly but?: Readonly<Record<string, string>>;
    }
  >
> = {
  appeal: { may: ["inspected"], no: "appeal_not_now" },
  channel: { may: ["reported"], no: NOT_DUE },
  sending: { may: ["reported"], no: "nothing_awaited" },
  mismatch: { may: ["reported", "received"], no: NOT_DUE },
  "question/answer": { may: [], no: "no_question" },
  "question/withdrawal": { may: [], no: "no_question" },
  analysis: { may: [], no: NOT_DUE, but: { reported: "not_gone" } },
  quote: { may: ["inspected"], no: NOT_DUE },
  override: { may: ["inspected"], no: NOT_DUE },
  "send-back-waiver": {
    ...{ may: [], no: NOT_DUE },
    but: { inspected: "nothing_to_waive", chosen: "nothing_to_waive" },
  },
  "send-back-waiver/withdrawal": {
    ...{ may: [], no: NOT_DUE },
    but: { received: "nothing_waived", inspected: "nothing_waived" },
  },
  reservation: { may: [], no: NOT_DUE, but: { paid: "no_unit_free" } },
  "replacement/reversal": {
    ...{ may: ["replaced"], no: NOT_DUE },
    but: { shipped: "swap_shipped", closed: "swap_shipped" },
  },
  "hand-over": { may: [], no: "not_for_counter" },
  answer: { may: ["closed"], no: "case_not_closed" },
};

let desk: ClaimDesk;
before(async () => {
  desk = await claimDesk();
});

test("the table knows every act", () => {
  deepEqual(
    deskActs("").map(({ act }) => act),
    Object.keys(table),
  );
});

for (const state of claimStates) {
  describe(`a claim that is ${state}`, () => {
    for (const [act] of Object.entries(table).filter(([, { may }]) => may.includes(state))) {
      test(`takes the act ${act}`, async () => {
        const id = await claimIn(state);
        const wanted = (await actsOn(id)).filter((one) => one.act === act);
        deepEqual(await answersTo(id, wanted), [[act, true, undefined]]);
      });
    }

    test("takes no other: 409, with the reason why, and nothing of its device has changed", async () => {
      const id = await claimIn(state);
      const { rootId = "" } = readPublicId("clm", id) ?? {};
      const database = desk.app.database as TestDatabase;
      const before = await rowsOfRoots(database, [rootId]);
      const others = (await actsOn(id)).filter(({ act }) => !table[act]?.may.includes(state));
      deepEqual(
        await answersTo(id, others),
        others.map(({ act }) => [act, false, table[act]?.but?.[state] ?? table[act]?.no]),
      );
      deepEqual(await rowsOfRoots(database, [rootId]), before);
    });
  });
}

async function claimIn(state: (typeof claimStates)[number]): Promise<string> {
  const id = await desk.claimAfter(ways[state]);
  // What follows, a letter for example, is no work of the acts that are refused.
  await desk.app.platform.jobs.drained();
  const { body } = await desk.app.call("staff", `GET /v1/claims/${id}`);
  equal((body.claim as { state: string }).state, state);
  return id;
}

async function actsOn(id: string): Promise<readonly DeskAct[]> {
  const { device } = (await desk.app.call("staff", `GET /v1/claims/${id}`)).body;
  return deskActs((device as { serial: string }).serial);
}

/** Of each act: its name, whether it is taken, and why not. */
async function answersTo(id: string, acts: readonly DeskAct[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const act of acts) {
    const { status, body } = await doAct(desk, id, act);
    answers.push([act.act, status < 300, status === 409 ? body.code : undefined]);
  }
  return answers;
}
