import type { Tx } from "../../platform/index.ts";
import { compareBank } from "./compareBank.ts";
import { compareCarrier } from "./compareCarrier.ts";
import { compareOwn } from "./compareOwn.ts";
import { compareProvider } from "./compareProvider.ts";
import { compareReseller } from "./compareReseller.ts";
import type { Outcome, Question } from "./outcome.ts";

/** Compares one party with our books, and posts what follows from what is the same. */
export async function compareParty(tx: Tx, question: Question): Promise<Outcome> {
  switch (question.kind) {
    case "provider":
      return await compareProvider(tx, question);
    case "bank":
      return await compareBank(tx, question);
    case "carrier":
      return await compareCarrier(tx, question);
    case "reseller":
      return await compareReseller(tx, question);
    case "own":
      return await compareOwn(tx, question);
  }
}
