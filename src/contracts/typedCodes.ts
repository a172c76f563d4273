import type { Platform, Queryable } from "../platform/index.ts";
import { codeLooksRight } from "./checkCharacters.ts";
import { type CodeState, digestsOf } from "./code.ts";
import { normaliseSerial } from "./device.ts";
import { typedCodeRows } from "./typedCodeStore.ts";

/** A code as somebody typed it, and the serial it is meant for. */
export interface TypedCode {
  readonly code: string;
  readonly serial: string;
}

/** What is kept of a code that was typed. */
export interface FoundCode {
  readonly orderId: string | null;
  readonly state: CodeState;
  /** The contract it became, where that is of the device with the serial it was typed with. */
  readonly contract: string | null;
}

/** What is kept of each of these codes, in their order; undefined for what is no code of ours. */
export async function typedCodes(
  db: Queryable,
  platform: Platform,
  typed: readonly TypedCode[],
): Promise<readonly (FoundCode | undefined)[]> {
  const wanted = typed.flatMap(({ code, serial }, place) =>
    codeLooksRight(code)
      ? digestsOf(platform, code).map((digest) => ({ place, digest, serial: normaliseSerial(serial) }))
      : [],
  );
  const rows = await typedCodeRows(
    db,
    wanted.map(({ place }) => place),
    wanted.map(({ digest }) => digest),
    wanted.map(({ serial }) => serial),
  );
  const found = new Map(rows.map(({ place, ...row }) => [place, row]));
  return typed.map((_, place) => found.get(place));
}
