import { type Asker, heldRows, modelNamed } from "../../catalogue/index.ts";
import type { DeviceRecord } from "../deviceRecord.ts";
import { allRules } from "./ruleStore.ts";
import type { Ruled, WarrantyRule } from "./warrantyRule.ts";

/** All rules of warranties, held in the process. */
export const heldRules = heldRows<readonly WarrantyRule[]>(allRules);

/** What the rule of a device is looked for by. A model that left the catalogue has no maker we know of. */
export async function ruledOf(db: Asker, { device }: Pick<DeviceRecord, "device">): Promise<Ruled> {
  const { model, series } = device;
  return { model, series, maker: (await modelNamed(db, model))?.maker ?? "" };
}
