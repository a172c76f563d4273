import type { FactKind } from "../factTypes.ts";
import { isWrittenMoney, type WrittenMoney } from "../shares.ts";

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

/** More uses or months than any device will ever have are a slip of the pen. */
export const mostCounted = 10_000;

export const isCount = (value: unknown): value is number => isWhole(value) && Number(value) <= mostCounted;

/** Whole minor units, so that reckoning stays exact. */
export const isMoney = (value: unknown): value is WrittenMoney =>
  isWrittenMoney(value) && Number.isSafeInteger(value.amount) && typeof value.currency === "string";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isUses = (value: unknown): boolean =>
  isWhole(value) ||
  (Array.isArray(value) && value.every((use) => isRecord(use) && typeof use.benefit === "string"));

const isSignals = (value: unknown): boolean =>
  Array.isArray(value) && value.every((signal) => isRecord(signal) && isWhole(signal.weight));

const shapes: Partial<Readonly<Record<FactKind["type"], (value: unknown) => boolean>>> = {
  money: isMoney,
  uses: isUses,
  signals: isSignals,
};

/**
 * Reads facts that are more than one word. What does not have their shape is as if nobody had told it, so
 * that all who read a fact can trust it; words and instants need no such care, for one that is none equals
 * nothing.
 */
export function readShaped<T>(type: FactKind["type"], read: (from: T) => unknown): (from: T) => unknown {
  const isShaped = shapes[type];
  if (isShaped === undefined) {
    return read;
  }
  return (from) => {
    const value = read(from);
    return value === "none" || isShaped(value) ? value : undefined;
  };
}
