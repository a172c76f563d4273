import { bringsUnit, type Claim, refuseClaim } from "../../claims/index.ts";
import type { Device } from "../../contracts/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";

/** Whether a serial may be one of the device's model, or of one that follows it. */
export type UnitFit = "fits" | "other_model" | "other_maker";

/** What is known when a replacement is scanned. */
export interface ReplacementFacts {
  readonly claim: Pick<Claim, "state" | "route" | "choices">;
  readonly device: Pick<Device, "serial">;
  readonly newSerial: string;
  readonly fit: UnitFit;
  /** Whether the payment of the plan is disputed: then a person decides what goes out. */
  readonly isDisputed?: boolean;
}

/** Whether this unit may take the place of the one that came in. Pure. */
export function decideReplaceDevice(facts: ReplacementFacts): Decision<{ readonly serial: string }> {
  const { claim, device, newSerial, fit, isDisputed = false } = facts;
  if (claim.state !== "paid") {
    return refuseClaim("claim_not_at_this_step");
  }
  if (!bringsUnit(claim)) {
    return refuse("not_a_replacement");
  }
  if (isDisputed) {
    return refuse("plan_disputed");
  }
  if (newSerial === device.serial) {
    return refuse("replacement_serial_known");
  }
  if (fit === "other_maker") {
    return refuse("replacement_maker_differs");
  }
  return fit === "fits" ? accepted({ serial: newSerial }) : refuse("replacement_model_differs");
}
