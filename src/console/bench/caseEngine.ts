import type { Findings } from "../../client/index.ts";
import { compileTerms, unpackTerms } from "../../terms/browser.ts";
import type { Facts, Receipt } from "../../terms/index.ts";
import { client } from "../client.ts";
import { factsFound } from "./factsFound.ts";

/**
 * Decides a case here, at once: at the instant of a decision it is compared with, else at that of the facts.
 */
export type DecideHere = (findings: Findings, at?: string) => Receipt;

/**
 * The engine with one case: its facts and the terms it is judged by. Null where there are none, they were
 * packed in another form, or this browser lacks what the engine stands on.
 */
export async function caseEngine(id: string, signal: AbortSignal): Promise<DecideHere | null> {
  const { facts, terms, contract } = await client.showFacts({ id }, { signal });
  const hasTime = "Temporal" in globalThis;
  const packed = terms === null || !hasTime ? undefined : await client.packedTerms(terms, { signal });
  const unpacked = packed === undefined ? undefined : unpackTerms(packed);
  if (unpacked === undefined) {
    return null;
  }
  const compiled = compileTerms(unpacked.document, unpacked.layers);
  return (findings, at) => {
    const receipt = compiled.decide("coverage", factsFound(facts as Facts, findings, at));
    // The text of the version that binds the contract is not needed here, only its name.
    return contract === undefined ? receipt : { ...receipt, terms: { ...receipt.terms, contract } };
  };
}
