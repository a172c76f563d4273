import { createHmac, randomBytes } from "node:crypto";
import { Type } from "typebox";
import { badField, openText, type Platform, type Queryable, sealText, type Tx } from "../platform/index.ts";
import {
  CODE_CHARACTERS,
  codeLooksRight,
  groupsOfFour,
  normaliseCode,
  withCheckCharacters,
} from "./checkCharacters.ts";
import { codesOfLines, insertCodes } from "./codeStore.ts";
import type { Purchase } from "./purchase.ts";
import type { VoidedFor } from "./returnedCodes.ts";

/** In stock, sold to somebody, bound to a device; or taken out of use before that. */
export type CodeState = "stock" | "sold" | "redeemed" | "void" | "expired";

/** A code as it is kept. The clear text is nowhere: the digest finds it, the sealed copy is for its buyer. */
export interface Code {
  readonly digest: Buffer;
  readonly last4: string;
  readonly programme: string;
  /** The product of the programme's terms: `care-2y`. */
  readonly plan: string;
  readonly sku: string;
  readonly models: readonly string[];
  readonly region: string;
  readonly state: CodeState;
  readonly soldAt: Temporal.Instant;
  readonly deliveredAt: Temporal.Instant | null;
  /** Public id of the contract it became. */
  readonly redeemedBy: string | null;
  readonly redeemedAt: Temporal.Instant | null;
  readonly orderId: string;
  /** What was paid for it, a sale of its order; null for one that was made without. */
  readonly saleNo: number | null;
  /** What it was paid in; null for one that was made without a sale. */
  readonly currency?: string | null;
  /** Why it was taken out of use; null or left out for one that was not. */
  readonly voidedFor?: VoidedFor | null;
  /** How it was bought; null when nobody told us. */
  readonly purchase?: Purchase | null;
  /** Until when it may be used; null or left out for one that keeps for ever. */
  readonly expiresAt?: Temporal.Instant | null;
}

/** Whether a code may be bound now: its buyer has it, and its time is not over. Pure. */
export function isUsable(
  code: Pick<Code, "state" | "deliveredAt" | "expiresAt">,
  at: Temporal.Instant,
): boolean {
  const { state, deliveredAt, expiresAt = null } = code;
  return (
    state === "sold" &&
    deliveredAt !== null &&
    (expiresAt === null || Temporal.Instant.compare(expiresAt, at) > 0)
  );
}

/** A sold code that its buyer may still see. */
export interface SealedCode {
  readonly lineNo: number;
  readonly sku: string;
  readonly last4: string;
  readonly state: CodeState;
  readonly digest: Buffer;
  readonly sealed: Buffer;
}

/**
 * A code in clear, for its delivery or its buyer's logged reveal. Never stored, logged or put into an
 * event.
 */
export interface OpenCode {
  readonly lineNo: number;
  readonly sku: string;
  /** In groups of four. */
  readonly code: string;
  readonly last4: string;
}

/** A code as people type it. */
export const CodeText = Type.String({ minLength: 1, maxLength: 80 });

/** What is sold: how many codes, of which product, for which line of an order. */
export interface CodesWanted {
  readonly orderId: string;
  readonly lineNo: number;
  readonly product: {
    readonly sku: string;
    readonly programme: string;
    readonly plan: string;
    readonly models: readonly string[];
  };
  readonly region: string;
  readonly count: number;
  /** When they were sold. */
  readonly at: Temporal.Instant;
  /** When their buyer may see them; null where that is later, left out where it is at once. */
  readonly deliveredAt?: Temporal.Instant | null;
  /** How they were bought. */
  readonly purchase?: Purchase;
}

/** Makes new codes for a paid line and answers with their sealed copies. Writes nothing but them. */
export async function mintCodes(tx: Tx, wanted: CodesWanted): Promise<readonly SealedCode[]> {
  return await mintCodesOf(tx, [wanted]);
}

/** The same for several lines, also of several orders, by one statement. */
export async function mintCodesOf(tx: Tx, lines: readonly CodesWanted[]): Promise<readonly SealedCode[]> {
  const minted = lines.flatMap(({ count, lineNo, product: { sku } }, line) =>
    mintSealed(tx.platform, count).map((code) => ({ ...code, line, lineNo, sku, state: "sold" as const })),
  );
  const rows = lines.map(({ product, region, orderId, lineNo, at, deliveredAt, purchase = null }, line) => ({
    ...{ line, ...product, region, orderId, lineNo, soldAt: at, purchase },
    deliveredAt: deliveredAt === undefined ? at : deliveredAt,
  }));
  await insertCodes(
    tx,
    minted.map(({ digest }) => digest),
    minted.map(({ last4 }) => last4),
    minted.map(({ sealed }) => sealed),
    minted.map(({ line }) => line),
    JSON.stringify(rows),
    tx.platform.secrets.currentPepperVersion,
  );
  return minted;
}

/** The sealed codes of an order, by line. */
export async function sealedCodesOf(db: Queryable, orderId: string): Promise<readonly SealedCode[]> {
  return await codesOfLines(db, orderId);
}

/** Opens sealed codes. Whoever calls this shows them to their buyer, and writes down that he did. */
export function openCodesOf(platform: Platform, codes: readonly SealedCode[]): readonly OpenCode[] {
  return codes.map(({ lineNo, sku, last4, digest, sealed }) => ({
    lineNo,
    sku,
    last4,
    code: groupsOfFour(openText(platform.secrets, digest, sealed)),
  }));
}

/** Errors: Problem 400 for a code with a typing error. Nothing is looked up for it, and no try is counted. */
export function demandCode(text: string): void {
  if (!codeLooksRight(text)) {
    throw badField(
      "/code",
      "code_misspelt",
      "This is not how our codes are written. Compare it letter by letter.",
    );
  }
}

/** The digests a typed code may be kept under: one for each pepper there has been, the newest first. */
export function digestsOf(platform: Platform, text: string): Buffer[] {
  const { secrets } = platform;
  const newest = secrets.currentPepperVersion;
  return Array.from({ length: newest }, (_, older) => digestWith(platform, text, newest - older));
}

/** A keyed digest of something that may be compared but not read, such as who tried a code. */
export function keyedDigest(platform: Platform, text: string): Buffer {
  return createHmac("sha256", platform.secrets.pepper(platform.secrets.currentPepperVersion))
    .update(text)
    .digest();
}

/** So many new codes: the digest that finds each, its last characters, and the copy for its buyer. */
export function mintSealed(
  platform: Platform,
  count: number,
): readonly { readonly digest: Buffer; readonly last4: string; readonly sealed: Buffer }[] {
  return Array.from({ length: count }, () => mintOne(platform));
}

function mintOne(platform: Platform): { digest: Buffer; last4: string; sealed: Buffer } {
  const values = [...randomBytes(CODE_CHARACTERS)].map((byte) => byte & 31);
  const code = withCheckCharacters(values);
  const digest = digestWith(platform, code, platform.secrets.currentPepperVersion);
  // The digest is authenticated with the sealed copy: no copy fits another code.
  return { digest, last4: code.slice(-4), sealed: sealText(platform.secrets, digest, code) };
}

function digestWith(platform: Platform, text: string, pepperVersion: number): Buffer {
  return createHmac("sha256", platform.secrets.pepper(pepperVersion)).update(normaliseCode(text)).digest();
}
