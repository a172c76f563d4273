import { accepted, act, IdParams } from "../../platform/index.ts";
import { closeTransfer } from "../lapseTransfer.ts";
import { refuse } from "../refusals.ts";
import { TransferShape } from "../transfer.ts";
import { lockTransfer, transferView } from "../transferInSight.ts";

/**
 * POST /v1/transfers/{id}/withdrawal: who has the contract takes the transfer back while it is not agreed to.
 */
export const withdrawTransfer = act({
  route: "POST /v1/transfers/{id}/withdrawal",
  permission: "contract.transfer",
  summary: "Takes a transfer back that nobody has agreed to yet",
  params: IdParams,
  reply: TransferShape,
  async run(tx, { id }, at) {
    const found = await lockTransfer(tx, id);
    if (found.you === "taker") {
      return refuse("not_yours_to_withdraw");
    }
    const { transfer } = found;
    if (!(await closeTransfer(tx, transfer, "withdrawn"))) {
      return refuse("transfer_ended");
    }
    return accepted(transferView({ ...found, transfer: { ...transfer, state: "withdrawn", endedAt: at } }));
  },
});
