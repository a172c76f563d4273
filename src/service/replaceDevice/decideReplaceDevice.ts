import { bringsUnit, type Claim, refuseClaim } from "../../claims/index.ts";
import type { Device } from "../../contracts/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";

/** What is known when a replacement is scanned. `fits`: the serial may be one of the device's model. */
export interface ReplacementFacts {
  readonly claim: Pick<Claim, "state" | "route" | "choices">;
  readonly device: Pick<Device, "serial">;
  readonly newSerial: string;
  readonly fits: boolean;
  /** Whether the payment of the plan is disputed: then a person decides what goes out. */
  readonly isDisputed?: boolean;
}

/** Whether this unit may take the place of the one that came in. Pure. */
export function decideReplaceDevice(facts: ReplacementFacts): Decision<{ readonly serial: string }> {
  const { claim, device, newSerial, fits, isDisputed = false } = facts;
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
  return fits ? accepted({ serial: newSerial }) : refuse("replacement_model_differs");
}
