import { client } from "../client.ts";
import { readSerial } from "../format/formatSerial.ts";
import type { ListedVerification } from "./verificationQueries.ts";

/** The verification of a serial that was scanned or typed: the one under way before older ones. */
export async function findVerification(text: string): Promise<ListedVerification | undefined> {
  const serial = readSerial(text.trim());
  if (serial === undefined) {
    return undefined;
  }
  const { data } = await client.listVerifications({ serial, limit: 50 });
  return data.find(({ closedAt }) => closedAt === undefined) ?? data.at(-1);
}
