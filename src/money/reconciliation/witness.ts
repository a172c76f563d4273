import type { Module, Platform, Queryable } from "../../platform/index.ts";
import type { CodesSold, SentParcel } from "./soldAndSent.ts";

/** Which parcels are asked for: those of a carrier since an instant, and those that bear these numbers. */
export interface ParcelsAsked {
  readonly carrier: string;
  readonly since: Temporal.Instant;
  readonly trackings: readonly string[];
}

/** Which codes are asked for: those a reseller ordered since an instant, and those of these orders. */
export interface CodesAsked {
  readonly reseller: string;
  readonly since: Temporal.Instant;
  readonly orderIds: readonly string[];
}

/** How many codes of an order, or of one product in it, are in which state. */
export interface CodeTie {
  readonly orderId: string;
  readonly minted: number;
  readonly states: Readonly<Record<string, number>>;
}

/**
 * What modules to the right of money know that reports are compared with. A module says it in its own value.
 */
export interface Witness {
  readonly parcels?: (db: Queryable, asked: ParcelsAsked) => Promise<readonly SentParcel[]>;
  readonly codes?: (db: Queryable, asked: CodesAsked) => Promise<readonly CodesSold[]>;
  readonly codeTies?: (db: Queryable, after: string | null, most: number) => Promise<readonly CodeTie[]>;
}

/** The module that can tell of something; undefined when none is part of this installation. */
export function witnessOf<What extends keyof Witness>(
  { modules }: Platform,
  what: What,
): NonNullable<Witness[What]> | undefined {
  const all = modules as readonly (Module & Witness)[];
  return all.find((module) => module[what] !== undefined)?.[what] as NonNullable<Witness[What]> | undefined;
}
