import assert from "node:assert/strict";
import { Type } from "typebox";
import { accepted, act, eventsOf, IdParams, shape, type Tx } from "../../platform/index.ts";
import { allowTransfer } from "../allowTransfer.ts";
import { closeTransfer } from "../lapseTransfer.ts";
import { openClaimIn } from "../openClaim.ts";
import { refuse } from "../refusals.ts";
import { renewalUnderway } from "../renewalStore.ts";
import { stopRenewing } from "../renewByConsent.ts";
import { termsNow } from "../termsNow.ts";
import { TransferShape } from "../transfer.ts";
import { lockTransfer, type TransferFound, transferView } from "../transferInSight.ts";
import { giveContract } from "../transferStore.ts";

/**
 * POST /v1/transfers/{id}/answer: the one who is to have the contract agrees or declines. Agreed, it is
 * theirs at once.
 */
export const answerTransfer = act({
  route: "POST /v1/transfers/{id}/answer",
  permission: "transfer.answer",
  summary: "Agrees to a transfer or declines it; only the person who is to have the contract can",
  params: IdParams,
  body: shape({ answer: Type.Union([Type.Literal("agree"), Type.Literal("decline")]) }),
  reply: TransferShape,
  async run(tx, { id, answer }) {
    const found = await lockTransfer(tx, id);
    if (found.transfer.state !== "asked") {
      return refuse("transfer_ended");
    }
    if (found.you !== "taker") {
      return refuse("not_yours_to_answer");
    }
    if (answer === "decline") {
      return accepted(await end(tx, found, "declined"));
    }
    const decision = await decide(tx, found);
    return decision.refused === undefined ? accepted(await give(tx, found)) : decision;
  },
});

/** What held when it was asked for must hold when it is agreed to. */
async function decide(
  tx: Tx,
  { transfer, transfers, record, contract }: TransferFound,
): Promise<ReturnType<typeof allowTransfer>> {
  const [terms, events, renewal] = await Promise.all([
    termsNow(tx, record, contract, tx.at),
    eventsOf(tx, contract.deviceId),
    renewalUnderway(tx, contract.deviceId),
  ]);
  return allowTransfer({
    ...{ at: tx.at, record, contract, terms, transfers, requestedAt: transfer.askedAt },
    isToOneself: contract.holderId === transfer.toId,
    openClaimNo: openClaimIn(events),
    isRenewalUnderway: renewal !== undefined,
  });
}

async function give(tx: Tx, found: TransferFound): Promise<TransferShape> {
  const { transfer, contract } = found;
  const { fromId, toId, loses } = transfer;
  const given = await giveContract(tx, contract.deviceId, contract.no, fromId, toId, tx.at);
  assert(
    given.some(({ no }) => no === contract.no),
    "under the device's lock a running contract stays its holder's",
  );
  await stopRenewing(tx, contract, "passed_on");
  return await end(tx, found, "agreed", { fromId, toId, loses });
}

async function end(
  tx: Tx,
  found: TransferFound,
  state: "agreed" | "declined",
  told: Readonly<Record<string, unknown>> = {},
): Promise<TransferShape> {
  const { transfer } = found;
  const ended = await closeTransfer(tx, transfer, state, told);
  assert(ended, "under the device's lock an open transfer stays open");
  return transferView({ ...found, transfer: { ...transfer, state, endedAt: tx.at } });
}
