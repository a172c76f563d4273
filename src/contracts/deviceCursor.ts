import { wrongCursor } from "../platform/index.ts";

/** A place in a list that is sorted by an instant, then by device and number within it. */
export interface DevicePlace {
  readonly at: Temporal.Instant;
  readonly deviceId: string;
  readonly no: number;
}

/** The cursor of a place, as it stands in `nextCursor`. */
export function cursorAt({ at, deviceId, no }: DevicePlace): string {
  return `${at.epochNanoseconds}-${deviceId}-${no}`;
}

/** The place of a cursor. Errors: Problem 400 for what is none. */
export function readDeviceCursor(text: string): DevicePlace {
  const [, at, deviceId, no] = /^(\d{1,19})-([0-9a-z]{26})-(\d{1,9})$/.exec(text) ?? [];
  if (at === undefined || deviceId === undefined) {
    throw wrongCursor();
  }
  return { at: Temporal.Instant.fromEpochNanoseconds(BigInt(at)), deviceId, no: Number(no) };
}
