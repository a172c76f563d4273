import type { Tx } from "../../platform/index.ts";
import type { Appointment } from "./appointment.ts";
import { freeBench, takeFreeBench } from "./benchStore.ts";

const QUARTER_MS = 900_000;

/** The time that is wanted of one of some benches, and for which appointment. */
export interface BenchWanted
  extends Pick<Appointment, "deviceId" | "no" | "centreId" | "startsAt" | "endsAt"> {
  /** In the order in which they are tried. */
  readonly benches: readonly number[];
}

/**
 * Takes the time of the first of these benches that is free. One that somebody else takes at the same moment
 * is skipped. Undefined: none is left.
 */
export async function takeBench(tx: Tx, wanted: BenchWanted): Promise<number | undefined> {
  const { deviceId, no, centreId, startsAt, endsAt, benches } = wanted;
  const whole = (endsAt.epochMilliseconds - startsAt.epochMilliseconds) / QUARTER_MS;
  for (let tries = 0; tries <= benches.length; tries += 1) {
    const taken = await takeFreeBench(tx, centreId, benches, startsAt, endsAt, deviceId, no);
    if (taken === undefined || taken.quarters === whole) {
      return taken?.bench;
    }
    await freeBench(tx, centreId, taken.bench, startsAt, endsAt, deviceId, no);
  }
  return undefined;
}

/** Gives back the time of an appointment that is not to come any more. */
export async function giveBenchBack(tx: Tx, appointment: Appointment): Promise<void> {
  const { centreId, bench, startsAt, endsAt, deviceId, no } = appointment;
  await freeBench(tx, centreId, bench, startsAt, endsAt, deviceId, no);
}
