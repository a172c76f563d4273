import { IdParams, read } from "../../platform/index.ts";
import { ContractShape, toContract } from "../contract.ts";
import { demandContract } from "../demandContract.ts";

/** GET /v1/contracts/{id}. */
export const readContract = read({
  route: "GET /v1/contracts/{id}",
  permission: "contract.read",
  summary: "Shows a contract with what is left of it",
  params: IdParams,
  reply: ContractShape,
  async run(db, { id }) {
    const { seen, contract } = await demandContract(db, id);
    return toContract(contract, seen.device.serial);
  },
});
