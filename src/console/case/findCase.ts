import { type Claim, ProblemError } from "../../client/index.ts";
import { client } from "../client.ts";
import { readSerial } from "../format/formatSerial.ts";
import { isOver } from "./isOver.ts";

/**
 * The claim somebody scanned or typed, by its id or by a serial; the open one of a device before older ones.
 */
export async function findCase(text: string): Promise<Claim | undefined> {
  const typed = text.trim();
  const id = /clm_[0-9a-z]+_\d+/i.exec(typed)?.[0];
  if (id !== undefined) {
    return await claimById(id.toLowerCase());
  }
  const serial = readSerial(typed);
  if (serial === undefined) {
    return undefined;
  }
  const { data } = await client.listClaims({ serial, limit: 50 });
  return data.find((claim) => !isOver(claim)) ?? data.at(-1);
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
