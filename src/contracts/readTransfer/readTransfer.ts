import { IdParams, read } from "../../platform/index.ts";
import { TransferShape } from "../transfer.ts";
import { demandTransfer, transferView } from "../transferInSight.ts";

/** GET /v1/transfers/{id}: for its two parties and the office. */
export const readTransfer = read({
  route: "GET /v1/transfers/{id}",
  permission: "transfer.answer",
  summary: "Shows the passing of a contract to another holder",
  params: IdParams,
  reply: TransferShape,
  run: async (db, { id }) => transferView(await demandTransfer(db, id)),
});
