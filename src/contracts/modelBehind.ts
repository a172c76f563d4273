import { type Model, modelNamed } from "../catalogue/index.ts";
import { badField, type Tx } from "../platform/index.ts";
import { type Code, isUsable } from "./code.ts";
import type { DeviceRecord } from "./deviceRecord.ts";

/**
 * The model when neither the caller nor the serial tells it: that of the device we know, else the only one
 * the code is for. Errors: Problem 400 when a good code fits several; a useless one is refused later, so that
 * nobody learns that it was one.
 */
export async function modelBehind(
  tx: Tx,
  record: DeviceRecord | undefined,
  code: Code | undefined,
): Promise<Model | undefined> {
  const only = code?.models.length === 1 ? code.models[0] : undefined;
  const slug = record?.device.model ?? only;
  const model = slug === undefined ? undefined : await modelNamed(tx, slug);
  if (model === undefined && code !== undefined && isUsable(code, tx.at)) {
    throw badField("/device/model", "model_unknown", "The serial does not tell the model. Name it.");
  }
  return model;
}
