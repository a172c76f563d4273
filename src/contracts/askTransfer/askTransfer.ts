import { createPerson, personsInSight } from "../../identity/index.ts";
import { accepted, act, Email, eventsOf, IdParams, line, shape, type Tx } from "../../platform/index.ts";
import { allowTransfer, type TransferAllowed } from "../allowTransfer.ts";
import { type ContractFound, lockContract } from "../demandContract.ts";
import { TRANSFER_LAPSES, TRANSFER_LAPSES_AFTER } from "../lapseTransfer.ts";
import { openClaimIn } from "../openClaim.ts";
import { refuse } from "../refusals.ts";
import { renewalUnderway } from "../renewalStore.ts";
import { termsNow } from "../termsNow.ts";
import { type Transfer, TransferShape } from "../transfer.ts";
import { partyAmong, transferView } from "../transferInSight.ts";
import { insertTransfer, transfersOf } from "../transferStore.ts";

/**
 * POST /v1/contracts/{id}/transfer: asks to pass a running contract to somebody else, who is sent a link to
 * agree. Until then nothing changes.
 */
export const askTransfer = act({
  route: "POST /v1/contracts/{id}/transfer",
  permission: "contract.transfer",
  summary: "Asks to pass a contract to another holder; it passes when they agree",
  params: IdParams,
  body: shape({ to: shape({ name: line(200), email: Email }) }),
  reply: TransferShape,
  status: 201,
  dryRun: true,
  async run(tx, { id, to }, at) {
    const found = await lockContract(tx, id);
    const { record, contract } = found;
    const { deviceId } = contract;
    const [terms, transfers, events, renewal, taker] = await Promise.all([
      termsNow(tx, record, contract, at),
      transfersOf(tx, deviceId),
      eventsOf(tx, deviceId),
      renewalUnderway(tx, deviceId),
      personsInSight(tx, {
        office: false,
        email: to.email,
        link: undefined,
        placedBy: undefined,
        reseller: undefined,
      }),
    ]);
    if (transfers.some(({ contractNo, state }) => contractNo === contract.no && state === "asked")) {
      return refuse("transfer_underway");
    }
    const decision = allowTransfer({
      ...{ at, record, contract, terms, transfers, requestedAt: at },
      isToOneself: taker.has(contract.holderId),
      openClaimNo: openClaimIn(events),
      isRenewalUnderway: renewal !== undefined,
    });
    if (decision.refused !== undefined) {
      return decision;
    }
    const toId = await createPerson(tx, to);
    const no = transfers.length + 1;
    return accepted(await save(tx, found, { no, toId, ...decision.accepted }));
  },
});

async function save(
  tx: Tx,
  { record, contract }: ContractFound,
  { no, toId, receipt, loses }: TransferAllowed & { readonly no: number; readonly toId: string },
): Promise<TransferShape> {
  const { deviceId, no: contractNo, holderId: fromId } = contract;
  const lapsesAt = tx.at.add(TRANSFER_LAPSES_AFTER);
  const transfer: Transfer = {
    ...{ deviceId, no, contractNo, fromId, toId, state: "asked", receipt, loses },
    ...{ askedAt: tx.at, lapsesAt, endedAt: null },
  };
  const kept = JSON.stringify(receipt);
  await insertTransfer(
    tx,
    deviceId,
    no,
    contractNo,
    fromId,
    toId,
    kept,
    loses,
    tx.caller.id,
    tx.at,
    lapsesAt,
  );
  tx.schedule(deviceId, TRANSFER_LAPSES, String(no), lapsesAt);
  tx.record(deviceId, [{ type: "TransferAsked", contractNo, transferNo: no, lapsesAt: lapsesAt.toString() }]);
  const { email } = tx.caller;
  const asker = await personsInSight(tx, {
    office: false,
    email,
    link: undefined,
    placedBy: undefined,
    reseller: undefined,
  });
  return transferView({ transfer, record, contract, you: partyAmong(asker, transfer) ?? "office" });
}
