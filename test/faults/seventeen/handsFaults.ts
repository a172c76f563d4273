import assert from "node:assert/strict";
import { readPublicId } from "../../../src/platform/index.ts";
import { cleanFindings } from "../../support/cases.ts";
import { type ClaimDesk, OWNER, toPaid, toShipped, type Who } from "../../support/claimDesk.ts";
import { ownerQuery } from "../../support/ownerQuery.ts";
import type { Answer } from "../../support/testApp.ts";
import { type Fault, seen } from "./fault.ts";
import { askTogether, codeOf, type Replacements } from "./stage.ts";

const INSPECTOR = "staff";
const dismiss = { decision: "dismiss", says: "We looked again, and it was thrown." };
const uphold = { decision: "uphold", shouldBe: "plan", says: "We looked again, and it fell." };

/** A refusal that its owner contests: the claim, its device, and how somebody settles it. */
async function contested(desk: ClaimDesk): Promise<{
  readonly rootId: string;
  readonly settle: (body: object, as: Who) => Promise<Answer>;
}> {
  const id = await desk.claimAfter(["intake"]);
  const thrown = { findings: { ...cleanFindings, intentional: true } };
  assert.equal(codeOf(await desk.step("inspection", id, thrown)), "done");
  const asked = await desk.app.call(OWNER, `POST /v1/claims/${id}/appeal`, { reason: "Nobody threw it." });
  assert.equal(codeOf(asked), "done");
  const route = `POST /v1/appeals/${String(asked.body.id)}/decision`;
  return {
    rootId: String(readPublicId("clm", id)?.rootId),
    settle: (body, as) => desk.app.call(as, route, body),
  };
}

const twoHands: Fault = {
  no: 1,
  name: "two people approve and reject one claim",
  guard: "the device is locked before anything of it is read, and a row moves from its own state alone",
  shows: 1,
  play: async (stage, isGuarded) => {
    const { rootId, settle } = await contested(stage.desk);
    const both = () =>
      askTogether(stage.desk.app, `select from claims.appeal where device_id = '${rootId}' for update`, [
        () => settle(dismiss, "staff eva@example.org"),
        () => settle(uphold, "manager fay@example.org"),
      ]);
    const answers = isGuarded ? await both() : await stage.without(UNLOCKED, both);
    const codes = answers.map(codeOf).toSorted();
    if (isGuarded) {
      assert.deepEqual(codes, ["appeal_decided", "done"]);
    }
    return seen(
      codes.every((code) => code === "done"),
      "both were told that their word counts",
    );
  },
};

const UNLOCKED: Replacements = {
  lock_device_by_id: (text) => text.replace(" for update", ""),
  end_appeal: (text) => text.replace("and a.state = 'asked'", "").replace("and c.appeal = 'asked'", ""),
};

const issuedTwice: Fault = {
  no: 2,
  name: "what was given once is given again, because a step cleared that it was given",
  guard: "no step writes a state it did not move from, and a swap is a row that nobody may change",
  shows: 1,
  play: async ({ desk, without }, isGuarded) => {
    const id = await desk.claimAfter(toShipped);
    const replace = (claim: string) => desk.step("replacement", claim, { serial: desk.newSerial() });
    if (!isGuarded) {
      await without(GENERIC, () => replace(id));
      return seen((await liveSwaps(desk, id)) > 1, "two units were given for one claim");
    }
    const reverse = (claim: string) =>
      desk.app.call("staff", `POST /v1/claims/${claim}/replacement/reversal`, { reason: "the wrong one" });
    const tries = [await replace(id), await reverse(id), await desk.step("shipment", id), await replace(id)];
    const late = "claim_not_at_this_step";
    assert.deepEqual(tries.map(codeOf), [late, "swap_shipped", late, late]);
    const again = await desk.claimAfter(toPaid);
    assert.deepEqual([codeOf(await replace(again)), codeOf(await reverse(again))], ["done", "done"]);
    const both = await Promise.all([replace(again), replace(again)]);
    assert.deepEqual(both.map(codeOf).toSorted(), [late, "done"]);
    assert.deepEqual((await desk.kept(again)).slots, ["reserved", "free", "free"]);
    const counts = [await liveSwaps(desk, id), await liveSwaps(desk, again)];
    return seen(
      counts.some((count) => count > 1),
      "two units were given for one claim",
    );
  },
};

/** What a generic update would do: any state follows any other. */
const GENERIC: Replacements = {
  claim_by_no: (text) => text.replace("c.serial, c.state,", "c.serial, 'paid' as state,"),
  move_claim: (text) => text.replace("and c.state = any($3)", "and $3::text[] is not null"),
  insert_swap: (text) => text.replace("having count(w.no) = count(r.swap_no)", ""),
};

async function liveSwaps({ app }: ClaimDesk, id: string): Promise<number> {
  const { rootId, no } = readPublicId("clm", id) ?? {};
  const rows = await ownerQuery(
    app.database,
    `select from service.swap w
      where w.device_id = $1 and w.claim_no = $2 and not exists (
        select from service.swap_reversal r
         where r.device_id = w.device_id and r.claim_no = w.claim_no and r.swap_no = w.no)`,
    [rootId, no],
  );
  return rows.length;
}

const missingTable: Fault = {
  no: 16,
  name: "what a guard asks is not there, which is read as nothing to guard against",
  guard:
    "an error of the database is an error: the step fails whole; the control reads it as an empty answer",
  shows: 1,
  play: async ({ desk, without }, isGuarded) => {
    const { rootId, settle } = await contested(desk);
    assert.equal(codeOf(await settle(dismiss, INSPECTOR)), "decided_before", "the guard itself");
    await ownerQuery(desk.app.database, "alter table claims.override rename to override_gone");
    try {
      const own = () => settle(dismiss, INSPECTOR);
      const { status } = isGuarded ? await own() : await without(SWALLOWED, own);
      assert.equal(status, isGuarded ? 500 : 200);
    } finally {
      await ownerQuery(desk.app.database, "alter table claims.override_gone rename to override");
    }
    const [appeal] = await ownerQuery<{ state: string }>(
      desk.app.database,
      "select state from claims.appeal where device_id = $1",
      [rootId],
    );
    return seen(appeal?.state !== "asked", "whoever inspected the device decided what its owner contests");
  },
};

const SWALLOWED: Replacements = {
  deciders_of_claim: () => "select null::text as actor where $1::text is null and $2::integer is null",
};

/** Faults of several hands at one case. */
export const handsFaults: readonly Fault[] = [twoHands, issuedTwice, missingTable];
