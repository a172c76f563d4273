import { modelOf } from "../../catalogue/index.ts";
import type { Tx } from "../../platform/index.ts";
import type { DeviceFacts } from "../../terms/index.ts";
import type { Code } from "../code.ts";
import { demandActivation, type ToldDevice } from "../toldDevice.ts";

/** What is told of a device we never saw: it has no plan and never had. */
export async function factsTold(
  tx: Tx,
  serial: string | undefined,
  device: Partial<ToldDevice>,
  code: Code,
): Promise<DeviceFacts> {
  const model = serial === undefined ? undefined : await modelOf(tx, serial, device.model);
  const only = code.models.length === 1 ? code.models[0] : undefined;
  const activatedAt =
    device.activatedAt === undefined ? undefined : demandActivation(device.activatedAt, tx.at);
  return {
    serial: serial ?? "unknown",
    model: model?.model ?? device.model ?? only ?? "unknown",
    region: device.region ?? "unknown",
    activatedAt: activatedAt?.toString() ?? "unknown",
    purchasedAt: device.purchasedOn ?? "unknown",
    plan: "none",
    everBound: false,
    monthsCovered: 0,
    replacedBy: "none",
  };
}
