import { termsInForce } from "../../catalogue/index.ts";
import { demandEmail } from "../../identity/index.ts";
import type { Tx } from "../../platform/index.ts";
import { demandVatForm } from "../vatNumbers/index.ts";
import { contractFault } from "./contractFault.ts";
import type { ContractGiven } from "./reseller.ts";
import { namesKnown } from "./resellerStore.ts";

/** A contract that can be kept, its address in small letters. Errors: Problem 400 that names the field. */
export async function demandContract(tx: Tx, given: ContractGiven): Promise<ContractGiven> {
  demandVatForm(given.vatId, given.country, "/vatId");
  const { groups, programmes } = await namesKnown(tx);
  const terms = await Promise.all(programmes.map((programme) => termsInForce(tx, programme, tx.at)));
  const regions = [...new Set(terms.flatMap((one) => [...one.regions.keys()]))].toSorted();
  const fault = contractFault(given, { groups, regions });
  if (fault !== undefined) {
    throw fault;
  }
  return { ...given, email: demandEmail(given.email) };
}
