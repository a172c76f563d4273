import type { ClaimPage } from "../../client/index.ts";
import { plainSerial } from "../format/formatSerial.ts";

/** A parcel as somebody is unpacking it. */
export interface Parcel {
  /** As scanned; empty until then. */
  readonly scanned: string;
  readonly ticked: readonly string[];
  readonly condition: string;
  /** It does not look as its owner told. */
  readonly differs: boolean;
  /** As typed; empty where nobody weighed it. */
  readonly weight: string;
}

/** The case a parcel is held against. */
type Wanted = Pick<ClaimPage, "expectedParts"> & {
  readonly claim: Pick<ClaimPage["claim"], "id" | "returnedParts">;
  readonly device: Pick<ClaimPage["device"], "serial">;
};

/** Whether another device was scanned than the case is about. */
export function isWrong({ scanned }: Parcel, { device }: Wanted): boolean {
  const serial = plainSerial(scanned);
  return serial !== "" && serial !== device.serial;
}

/** The parts that must come back and are neither in this parcel nor came in an earlier one. */
export function missingOf({ ticked }: Parcel, { expectedParts, claim }: Wanted): readonly string[] {
  const here = claim.returnedParts ?? [];
  return expectedParts.filter((part) => !here.includes(part) && !ticked.includes(part));
}

/** The intake of a parcel that is scanned, ticked and described; undefined until it is. */
export function parcelOf(
  parcel: Parcel,
  wanted: Wanted,
):
  | {
      readonly id: string;
      readonly serial: string;
      readonly parts: string[];
      readonly condition: string;
      readonly weightGrams?: number;
    }
  | undefined {
  const { scanned, ticked, condition, weight } = parcel;
  const grams = /^[1-9]\d{0,4}$/.test(weight.trim()) ? { weightGrams: Number(weight) } : {};
  const whole = plainSerial(scanned) !== "" && ticked.length > 0 && condition.trim() !== "";
  return whole && !isWrong(parcel, wanted)
    ? {
        id: wanted.claim.id,
        serial: plainSerial(scanned),
        parts: [...ticked],
        condition: condition.trim(),
        ...grams,
      }
    : undefined;
}

/** What keeps a parcel from being an intake, the first of it first. */
export type Lack = "serial" | "right" | "parts" | "condition";

/** The first thing a parcel lacks; the condition when all else is there. */
export function lackOf(parcel: Parcel, wanted: Wanted): Lack {
  if (isWrong(parcel, wanted)) {
    return "right";
  }
  if (plainSerial(parcel.scanned) === "") {
    return "serial";
  }
  return parcel.ticked.length === 0 ? "parts" : "condition";
}
