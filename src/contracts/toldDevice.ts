import { type Static, Type } from "typebox";
import { type Asker, type Model, modelOf } from "../catalogue/index.ts";
import { badField, Day, Instant, shape } from "../platform/index.ts";
import { type Device, normaliseSerial } from "./device.ts";
import { toDevice } from "./registerDevice.ts";

/** What a caller tells of a device. `model` may be left out when the serial tells it. */
export const ToldDevice = shape({
  model: Type.Optional(Type.String({ pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength: 60 })),
  /** When the device was first activated, or `never`. */
  activatedAt: Type.Union([Type.Literal("never"), Instant]),
  /** Where it was bought: a region of the programme, not a country. */
  region: Type.String({ pattern: "^[A-Z]{2}$" }),
  purchasedOn: Type.Optional(Day),
});
export type ToldDevice = Static<typeof ToldDevice>;

/** Before this there was no device that could be meant: a clock that was never set. */
const EARLIEST = Temporal.Instant.from("2010-01-01T00:00:00Z");
const SERIAL = /^[A-Z0-9]{4,40}$/;

/** The normalised serial. Errors: Problem 400 when nothing of a serial is left. */
export function demandSerial(text: string, pointer = "/serial"): string {
  const serial = normaliseSerial(text);
  if (!SERIAL.test(serial)) {
    throw badField(pointer, "not_a_serial", "Send the serial as printed on the device: letters and digits.");
  }
  return serial;
}

/** The model of a serial, as named or as its form tells. Errors: Problem 400 when neither does. */
export async function demandModel(db: Asker, serial: string, named: string | undefined): Promise<Model> {
  const model = await modelOf(db, serial, named);
  if (model === undefined) {
    throw named === undefined
      ? badField("/device/model", "model_unknown", "The serial does not tell the model. Name it.")
      : badField("/device/model", "model_unknown", "We know no such model, or its serials look different.");
  }
  return model;
}

/** When the device was first activated. Errors: Problem 400 for an instant that cannot be. */
export function demandActivation(
  told: ToldDevice["activatedAt"],
  at: Temporal.Instant,
): Temporal.Instant | "never" {
  if (told === "never") {
    return told;
  }
  const activatedAt = Temporal.Instant.from(told);
  if (Temporal.Instant.compare(activatedAt, at) > 0) {
    throw badField(
      "/device/activatedAt",
      "in_the_future",
      "A first activation lies in the past. Send never if it is to come.",
    );
  }
  if (Temporal.Instant.compare(activatedAt, EARLIEST) < 0) {
    throw badField(
      "/device/activatedAt",
      "too_long_ago",
      "No device is that old. Its clock was not set, most likely.",
    );
  }
  return activatedAt;
}

/** The device a caller tells of, as it would be written down. Errors: Problem 400, with the field. */
export async function toldDevice(
  db: Asker & { readonly at: Temporal.Instant },
  deviceId: string,
  serial: string,
  told: ToldDevice,
): Promise<Device> {
  const purchasedOn = told.purchasedOn === undefined ? undefined : Temporal.PlainDate.from(told.purchasedOn);
  // A day ahead: it may be tomorrow already where the device was bought.
  const latest = db.at.toZonedDateTimeISO("UTC").toPlainDate().add({ days: 1 });
  if (purchasedOn !== undefined && Temporal.PlainDate.compare(purchasedOn, latest) > 0) {
    throw badField("/device/purchasedOn", "in_the_future", "A purchase lies in the past.");
  }
  const activatedAt = demandActivation(told.activatedAt, db.at);
  const model = await demandModel(db, serial, told.model);
  return toDevice(deviceId, serial, { model, region: told.region, activatedAt, purchasedOn }, db.at);
}
