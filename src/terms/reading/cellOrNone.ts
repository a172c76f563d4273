import { parseDuration } from "../time/duration.ts";
import { moneyIn } from "./moneyFields.ts";

/** What a cell must hold that a rule reads as one thing; `none` says that there is none. */
export const isDurationOrNone = (text: string): boolean =>
  text === "none" || parseDuration(text) !== undefined;
export const isCountOrNone = (text: string): boolean => /^(none|unlimited|\d+)$/.test(text);
export const isAmountOrNone = (text: string): boolean =>
  text === "none" || text === "unlimited" || typeof moneyIn(text) === "object";
