import assert from "node:assert/strict";
import { type Caller, type Platform, readPublicId, until } from "../platform/index.ts";
import { type Charge, type ChargeView, chargeView } from "./charge.ts";
import { chargeOf } from "./store.ts";

/** How long a reply waits for the outcome. */
const LONGEST_MS = 5_000;

/**
 * A payment that was just started is pending until its job has run, which rings. Who repeats a request whose
 * payment has ended waits for so long in vain.
 */
const FIRST_MS = 100;

/**
 * Waits, five seconds at the most, until it is known what became of a payment that was just started, so
 * that the reply can already tell. An act that answers with a charge can use it as its `settle`.
 */
export async function settlePayment(
  platform: Platform,
  _caller: Caller,
  charge: ChargeView,
): Promise<ChargeView> {
  const id = readPublicId("chg", charge.id);
  assert(id?.no !== undefined, `not a charge's id: ${charge.id}`);
  const { rootId, no } = id;
  const look = async (): Promise<Charge> => {
    const seen = await chargeOf(platform.database, rootId, no);
    assert(seen !== undefined, "a charge that was shown is there");
    return seen;
  };
  const firstMs = charge.state === "open" ? FIRST_MS : 0;
  return chargeView(await until(platform, rootId, { longestMs: LONGEST_MS, firstMs }, look, isSettled));
}

/** A payment the provider calls pending is known to be pending: waiting longer would tell nothing. */
function isSettled({ state, attempt }: Charge): boolean {
  if (state !== "open" || attempt === null) {
    return true;
  }
  return attempt.state === "failed" || (attempt.state === "pending" && attempt.answered);
}
