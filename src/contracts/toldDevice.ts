import { type Static, Type } from "typebox";
import { type Asker, type Model, modelOf } from "../catalogue/index.ts";
import { badField, Day, Instant, shape } from "../platform/index.ts";
import { type DeviceTold, normaliseSerial } from "./device.ts";

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

/**
 * The model as it is named or as the serial's form tells; undefined when neither does. Errors: Problem 400
 * for a name we do not know, or that the serial contradicts.
 */
export async function namedModel(
  db: Asker,
  serial: string,
  named: string | undefined,
): Promise<Model | undefined> {
  const model = await modelOf(db, serial, named);
  if (model === undefined && named !== undefined) {
    throw badField("/device/model", "model_unknown", "We know no such model, or the serial is another's.");
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

/** What is told of a device beside its model, read and checked. Errors: Problem 400, with the field. */
export function demandTold(told: ToldDevice, at: Temporal.Instant): Omit<DeviceTold, "model"> {
  const purchasedOn = told.purchasedOn === undefined ? undefined : Temporal.PlainDate.from(told.purchasedOn);
  // A day ahead: it may be tomorrow already where the device was bought.
  const latest = at.toZonedDateTimeISO("UTC").toPlainDate().add({ days: 1 });
  if (purchasedOn !== undefined && Temporal.PlainDate.compare(purchasedOn, latest) > 0) {
    throw badField("/device/purchasedOn", "in_the_future", "A purchase lies in the past.");
  }
  return { region: told.region, activatedAt: demandActivation(told.activatedAt, at), purchasedOn };
}
