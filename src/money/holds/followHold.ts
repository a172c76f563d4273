import assert from "node:assert/strict";
import type { DeadlineKind, DomainEvent, Tx } from "../../platform/index.ts";
import { aboutHold, order, renew } from "./authorise.ts";
import { forgetHeldCards } from "./heldCards.ts";
import { type Attention, coverAt, type Hold } from "./hold.ts";
import { capturedOfHold, changeHold, holdOf, lapseAuthorisation } from "./holdStore.ts";
import { captureFrom } from "./holdTimes.ts";
import { type HoldAct, planHold } from "./planHold.ts";

/** When a hold is to be looked at again. The key is its number. */
export const HOLD_DUE = "hold_due";

/** More acts than this at one instant are no plan. */
const MOST_ACTS = 20;

/** Does what is to be done for a hold now, and sets when to look again. Its root is locked. */
export async function followHold(tx: Tx, rootId: string, no: number): Promise<void> {
  let known: Hold | undefined;
  for (let acts = 0; acts < MOST_ACTS; acts += 1) {
    const hold: Hold | undefined = known ?? (await holdOf(tx, rootId, no));
    assert(hold !== undefined, "a hold that is followed is there");
    const next = planHold({ ...hold, at: tx.at });
    if (next.act === "wait") {
      if (next.until === undefined) {
        tx.meet(rootId, HOLD_DUE, String(no));
      } else {
        tx.schedule(rootId, HOLD_DUE, String(no), next.until);
      }
      return;
    }
    known = await carryOut(tx, hold, next);
  }
  assert.fail("the plan of a hold does not end");
}

/** Does one act; answers with the hold after it where that is known without looking again. */
async function carryOut(
  tx: Tx,
  hold: Hold,
  next: Exclude<HoldAct, { act: "wait" }>,
): Promise<Hold | undefined> {
  const { rootId, amountMinor } = hold;
  switch (next.act) {
    case "renew": {
      const cover = coverAt(hold, tx.at);
      assert(cover !== undefined, "what is renewed is covered");
      await renew(tx, hold, cover);
      return undefined;
    }
    case "release":
      await order(tx, hold, { no: next.authorisationNo, what: "release", amountMinor });
      return undefined;
    case "capture":
      await startCapture(tx, hold, next);
      return undefined;
    case "lapse":
      await lapseAuthorisation(tx, rootId, next.authorisationNo, tx.at);
      return undefined;
    case "close":
      await changeHold(tx, hold, { ending: "release", ending_at: tx.at, reason: next.reason });
      return { ...hold, ending: "release", reason: next.reason };
    case "end":
      await endHold(tx, hold, next.as);
      return undefined;
    case "remind":
      await sendReminder(tx, hold);
      return { ...hold, remindedAt: tx.at };
    case "notify":
      await sendNoticeOfCapture(tx, hold);
      return { ...hold, noticedAt: tx.at };
    case "ask_person":
      await askPerson(tx, hold, next.why);
      return { ...hold, attention: next.why };
  }
}

/** Decides a capture and orders it of the provider. */
export async function startCapture(
  tx: Tx,
  hold: Hold,
  {
    authorisationNo: no,
    amountMinor,
    reason,
  }: { readonly authorisationNo: number; readonly amountMinor: number; readonly reason?: string },
): Promise<void> {
  const why = reason ?? (hold.answer === "awaited" ? "late" : "not_complete");
  await changeHold(tx, hold, { ending: "capture", ending_at: tx.at, reason: why });
  await order(tx, hold, { no, what: "capture", amountMinor });
}

async function endHold(tx: Tx, hold: Hold, as: "captured" | "released" | "lapsed"): Promise<void> {
  const { rootId, amountMinor, currency, reason, state } = hold;
  const capturedMinor = as === "captured" ? (await capturedOfHold(tx, rootId, hold.no)).capturedMinor : 0;
  await changeHold(tx, hold, { state: as, closed_at: tx.at, captured_minor: capturedMinor });
  if (state === "wanted") {
    return;
  }
  await forgetHeldCards(tx, hold);
  const type = { captured: "HoldCaptured", released: "HoldReleased", lapsed: "HoldLapsed" }[as];
  const amount = { amount: as === "captured" ? capturedMinor : amountMinor, currency };
  tx.record(rootId, [{ type, ...aboutHold(hold), amount, reason: as === "lapsed" ? "not_renewed" : reason }]);
  if (as === "lapsed" && hold.neededAt !== null) {
    tx.platform.log.error({ rootId, holdNo: hold.no }, "a hold has lapsed; settle with its owner");
  }
}

/** Says once more when the device is due. */
export async function sendReminder(tx: Tx, hold: Hold): Promise<void> {
  await changeHold(tx, hold, { reminded_at: tx.at });
  tx.record(hold.rootId, [notice(hold, "reminder", { dueAt: hold.dueAt })]);
}

/** Says that it will be captured, when, and why. */
export async function sendNoticeOfCapture(tx: Tx, hold: Hold): Promise<void> {
  await changeHold(tx, hold, { noticed_at: tx.at });
  const from = captureFrom({ ...hold, noticedAt: tx.at });
  tx.record(hold.rootId, [notice(hold, "capture", { captureFrom: from ?? null, answer: hold.answer })]);
}

async function askPerson(tx: Tx, hold: Hold, why: Attention): Promise<void> {
  await changeHold(tx, hold, { attention: why });
  const { rootId } = hold;
  const coveredUntil = coverAt(hold, tx.at)?.captureBefore ?? null;
  const card = why === "renewal_declined" ? [notice(hold, "card", { coveredUntil })] : [];
  tx.record(rootId, [{ type: "HoldNeedsPerson", ...aboutHold(hold), why }, ...card]);
  tx.platform.log.warn({ rootId, holdNo: hold.no, why }, "a hold needs a person");
}

function notice(
  hold: Hold,
  kind: "reminder" | "capture" | "card",
  told: Readonly<Record<string, unknown>>,
): DomainEvent {
  const amount = { amount: hold.captureMinor ?? hold.amountMinor, currency: hold.currency };
  const said = Object.entries(told).map(([name, value]) => [
    name,
    value instanceof Temporal.Instant ? value.toString() : value,
  ]);
  return { type: "HoldNotice", kind, ...aboutHold(hold), amount, ...Object.fromEntries(said) };
}

/** A hold is looked at when its time has come. */
export const holdDue: DeadlineKind = {
  kind: HOLD_DUE,
  run: (tx, { rootId, key }) => followHold(tx, rootId, Number(key)),
};
