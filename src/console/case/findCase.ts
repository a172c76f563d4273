import { type Claim, ProblemError } from "../../client/index.ts";
import { client } from "../client.ts";
import { plainSerial } from "../format/formatSerial.ts";

/**
 * The claim somebody scanned or typed, by its id or by a serial; the open one of a device before older ones.
 */
export async function findCase(text: string): Promise<Claim | undefined> {
  const typed = text.trim();
  const id = /clm_[0-9a-z]+_\d+/i.exec(typed)?.[0];
  if (id !== undefined) {
    return await claimById(id.toLowerCase());
  }
  const { data } = await client.listClaims({ serial: plainSerial(typed), limit: 50 });
  return data.find(isOpen) ?? data.at(-1);
}

/** Whether a claim still has a next step. */
export function isOpen({ state }: Pick<Claim, "state">): boolean {
  return state !== "closed" && state !== "cancelled";
}

async function claimById(id: string): Promise<Claim | undefined> {
  try {
    return (await client.showClaim({ id })).claim;
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) {
      return undefined;
    }
    throw error;
  }
}
