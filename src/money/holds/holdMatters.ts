import assert from "node:assert/strict";
import { publicId, type Tx } from "../../platform/index.ts";
import { post } from "../ledger/index.ts";
import type { Asked, AttemptEnd, Matter } from "../matter.ts";
import { aboutHold } from "./authorise.ts";
import { windowEnd } from "./cardWindows.ts";
import { followHold } from "./followHold.ts";
import type { Hold } from "./hold.ts";
import {
  changeHold,
  closeAuthorisation,
  failAuthorisation,
  holdOf,
  keepAuthorisation,
  placeAuthorisation,
  type TriedAuthorisation,
  triedAuthorisation,
} from "./holdStore.ts";

/** Authorising a card: the first time with its holder there, then with the card that is on file. */
export const holdMatter: Matter = {
  about: "hold",
  async asked(db, rootId, no) {
    const tried = await triedAuthorisation(db, rootId, no);
    return tried?.state === "asked" ? asked(rootId, tried, tried.amountMinor, tried.beforeRef) : undefined;
  },
  async succeed(tx, rootId, no, { providerRef, captureBefore }) {
    const { tried, hold } = await both(tx, rootId, no);
    const initiator = tried.beforeRef === null ? "customer" : "merchant";
    const lapses = captureBefore ?? windowEnd(tried.askedAt, "other", initiator);
    await placeAuthorisation(tx, rootId, no, tx.at, providerRef, lapses);
    const attention = hold.attention === "renewal_declined" ? null : hold.attention;
    await changeHold(tx, hold, { state: "placed", attention });
    const amount = { amount: hold.amountMinor, currency: hold.currency };
    const type = hold.state === "wanted" ? "HoldPlaced" : "HoldRenewed";
    tx.record(rootId, [{ type, ...aboutHold(hold), amount, coveredUntil: lapses.toString() }]);
    await followHold(tx, rootId, hold.no);
  },
  async fail(tx, rootId, no, { reason }) {
    const { hold } = await both(tx, rootId, no);
    await failAuthorisation(tx, rootId, no, tx.at);
    tx.record(rootId, [
      { type: "HoldDeclined", ...aboutHold(hold), reason, isFirst: hold.state === "wanted" },
    ]);
    await followHold(tx, rootId, hold.no);
  },
};

/** Capturing an authorisation, or a part of it; the provider gives the rest back by itself. */
export const captureMatter: Matter = {
  about: "capture",
  async asked(db, rootId, no) {
    const tried = await triedAuthorisation(db, rootId, no);
    return tried?.leaving === "capture"
      ? asked(rootId, tried, tried.orderedMinor ?? tried.amountMinor, tried.providerRef)
      : undefined;
  },
  async succeed(tx, rootId, no, end) {
    const { tried, hold } = await both(tx, rootId, no);
    await closeAuthorisation(tx, rootId, no, tx.at);
    await book(tx, hold, tried, end);
    await followHold(tx, rootId, hold.no);
  },
  async fail(tx, rootId, no, { reason }) {
    const { hold } = await both(tx, rootId, no);
    await keepAuthorisation(tx, rootId, no, tx.at);
    const back = { ending: null, ending_at: null, reason: null, attention: "capture_declined" } as const;
    await changeHold(tx, hold, back);
    tx.record(rootId, [{ type: "HoldNeedsPerson", ...aboutHold(hold), why: "capture_declined", reason }]);
    tx.platform.log.error({ rootId, holdNo: hold.no, reason }, "a hold could not be captured");
    await followHold(tx, rootId, hold.no);
  },
};

/** Giving an authorisation back before the card forgets it. */
export const releaseMatter: Matter = {
  about: "release",
  async asked(db, rootId, no) {
    const tried = await triedAuthorisation(db, rootId, no);
    return tried?.leaving === "release"
      ? asked(rootId, tried, tried.amountMinor, tried.providerRef)
      : undefined;
  },
  async succeed(tx, rootId, no) {
    const { hold } = await both(tx, rootId, no);
    await closeAuthorisation(tx, rootId, no, tx.at);
    await followHold(tx, rootId, hold.no);
  },
  async fail(tx, rootId, no) {
    const { hold } = await both(tx, rootId, no);
    await keepAuthorisation(tx, rootId, no, tx.at);
    await followHold(tx, rootId, hold.no);
  },
};

function asked(
  rootId: string,
  { holdNo, subjectNo, currency }: TriedAuthorisation,
  amount: number,
  of: string | null,
): Asked {
  const reference = publicId("hld", rootId, holdNo);
  // Where what is left to pay is shown, once the card stands for the device.
  const returnUrl = `/cases/${publicId("clm", rootId, subjectNo)}/pay`;
  return { amount: { amount, currency }, reference, returnUrl, ...(of === null ? {} : { of }) };
}

async function both(
  tx: Tx,
  rootId: string,
  no: number,
): Promise<{ readonly tried: TriedAuthorisation; readonly hold: Hold }> {
  const tried = await triedAuthorisation(tx, rootId, no);
  const hold = tried && (await holdOf(tx, rootId, tried.holdNo));
  assert(tried !== undefined && hold !== undefined, "what is tried is there");
  return { tried, hold };
}

/** What was captured is ours: it stands for the device, or the parts of it, that did not come back. */
async function book(
  tx: Tx,
  hold: Hold,
  { orderedMinor, amountMinor }: TriedAuthorisation,
  { provider }: AttemptEnd,
): Promise<void> {
  const { rootId, no, programme, region, currency } = hold;
  const where = { programme, region, currency };
  const debit = { kind: "clearing", party: provider, ...where } as const;
  const credit = { kind: "hold_income", ...where } as const;
  await post(tx, rootId, `hold/${no}/captured`, [
    { debit, credit, amountMinor: orderedMinor ?? amountMinor },
  ]);
}
