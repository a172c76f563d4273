import type { When } from "../words/formatDate.ts";

/**
 * One replacement the plan grants. `nth` counts from 1 inside its benefit; `feeMinor` in the ribbon's
 * currency.
 */
export type RibbonSlot = {
  readonly benefit: string;
  readonly nth: number;
  readonly state: "used" | "reserved" | "free" | "not yet";
  readonly usedAt?: When | undefined;
  readonly feeMinor?: number | undefined;
};

/** Maintenance now and then uses up no replacement: it has no pip and is not counted with them. */
export const isReplacement = ({ benefit }: Pick<RibbonSlot, "benefit">): boolean => benefit !== "maintenance";

export type RibbonContract = {
  readonly product: string;
  /** Left out when it is not known, or not told to strangers. */
  readonly startsAt?: When | undefined;
  readonly endsAt: When;
  readonly state: string;
  readonly slots: readonly RibbonSlot[];
};

export type RibbonUnit = {
  readonly serial: string;
  /** Left out when nobody knows since when. */
  readonly from?: When | undefined;
  readonly to?: When | undefined;
};

/**
 * All the ribbon may know. What is left out is unknown: it is drawn as a fade or not at all, never
 * guessed.
 */
export type RibbonFacts = {
  readonly today: When;
  readonly zone: string;
  readonly currency: string;
  readonly device: { readonly name: string; readonly model: string };
  readonly units: readonly RibbonUnit[];
  readonly boughtAt?: When | undefined;
  readonly activatedAt?: When | "never" | undefined;
  readonly warranty?: { readonly from?: When | undefined; readonly to?: When | undefined } | undefined;
  readonly contracts: readonly RibbonContract[];
  readonly openClaim?: { readonly reportedAt: When; readonly sentence: string } | undefined;
  readonly deadlines: readonly { readonly label: string; readonly at: When; readonly kind: FlagKind }[];
  readonly renewal?: { readonly from: When; readonly until: When } | undefined;
};

/** `act`: you must do something by then. `may`: a right that ends then. */
export type FlagKind = "act" | "may";
