import { useSaveCase } from "../case/useSaveCase.ts";
import { client } from "../client.ts";
import { readPoolAgain } from "../pool/poolQueries.ts";
import { pool } from "../words/en/pool.ts";
import { en } from "../words/en.ts";
import { noteSwap } from "./takeBack.tsx";

/** The swap of a case: it can be taken back at once, and the pool is read again. */
export function useSwap(claimId: string) {
  const undo = {
    act: () => client.reverseSwap({ id: claimId, reason: pool.mistake }),
    says: pool.undone,
  };
  const swapped = () => {
    noteSwap(claimId);
    void readPoolAgain();
    return en.cases.swapped;
  };
  return useSaveCase(client.replaceDevice, swapped, () => undo);
}
