import { type Static, Type } from "typebox";
import { Day, publicId, shape } from "../../platform/index.ts";

/** asked -> kept -> forgotten; one that its holder or their bank did not let us keep has failed. */
export const cardStates = ["asked", "kept", "failed", "forgotten"] as const;
export type CardState = (typeof cardStates)[number];

/** A card that its provider keeps. Nothing else of it is known here. */
export interface KeptCard {
  readonly rootId: string;
  readonly no: number;
  readonly holderId: string;
  readonly provider: string;
  /** How it was asked for. */
  readonly method: string;
  readonly currency: string;
  readonly state: CardState;
  readonly customerRef: string | null;
  readonly cardRef: string | null;
  readonly brand: string | null;
  readonly lastFour: string | null;
  /** The last day it is good; null unless it is kept. */
  readonly expiresOn: Temporal.PlainDate | null;
  /** From when on nobody wants it kept. */
  readonly unwantedAt: Temporal.Instant | null;
  /** Where its holder has to go to have it kept; null when there is nothing to do. */
  readonly nextUrl: string | null;
  /** Whether its provider has said anything about keeping it. */
  readonly isAnswered: boolean;
}

/** A kept card as its holder and the office see it. */
export const CardSchema = shape({
  id: Type.String(),
  state: Type.Enum([...cardStates]),
  brand: Type.Union([Type.String(), Type.Null()]),
  lastFour: Type.Union([Type.String(), Type.Null()]),
  /** The last day it is good. */
  expiresOn: Type.Union([Day, Type.Null()]),
  /** Where its holder has to go before it can be kept. */
  nextUrl: Type.Optional(Type.String()),
});
export type CardView = Static<typeof CardSchema>;

/** As it is shown. */
export function cardView(card: KeptCard): CardView {
  const { rootId, no, state, brand, lastFour, expiresOn, nextUrl } = card;
  const id = publicId("kcd", rootId, no);
  const shown = { id, state, brand, lastFour, expiresOn: expiresOn?.toString() ?? null };
  return state === "asked" && nextUrl !== null ? { ...shown, nextUrl } : shown;
}

const METHOD = /^kept_card:([1-9]\d{0,8})$/;

/** The method of a payment from a kept card of the same root. Nobody outside can name it. */
export function keptCardMethod(no: number): string {
  return `kept_card:${no}`;
}

/** The card a method names; undefined for every other way to pay. */
export function keptCardNo(method: string): number | undefined {
  const no = METHOD.exec(method)?.[1];
  return no === undefined ? undefined : Number(no);
}
