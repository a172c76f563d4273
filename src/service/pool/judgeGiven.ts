import { accepted, type Decision } from "../../platform/index.ts";
import { refuse as refuseBench } from "../refusals.ts";
import { refuse } from "./refusals.ts";
import type { SpareUnit } from "./spareUnit.ts";

/** A unit of the pool that was scanned for a case. */
export interface GivenFacts {
  readonly unit: SpareUnit;
  readonly deviceId: string;
  readonly claimNo: number;
  readonly region: string;
  /** The models that will do. */
  readonly models: readonly string[];
  /** The unit that is set aside for the case. */
  readonly setAside: string | null;
  readonly reason: string | undefined;
}

/** Whether a unit of the pool may be given for this case. Pure. */
export function judgeGiven(facts: GivenFacts): Decision<SpareUnit> {
  const { unit, deviceId, claimNo, region, models, setAside, reason } = facts;
  const isItsOwn = unit.forDevice === deviceId && unit.forClaim === claimNo;
  if (unit.state !== "available" && !(unit.state === "reserved" && isItsOwn)) {
    return refuse("unit_not_free");
  }
  if (unit.fromDevice === deviceId && unit.fromClaim === claimNo) {
    return refuse("unit_not_free");
  }
  if (!models.includes(unit.model)) {
    return refuseBench("replacement_model_differs");
  }
  if (unit.region !== region) {
    return refuse("unit_in_other_region");
  }
  if (setAside !== null && setAside !== unit.serial && reason === undefined) {
    return refuse("unit_reason_missing");
  }
  return accepted({ ...unit, state: "reserved", forDevice: deviceId, forClaim: claimNo });
}
