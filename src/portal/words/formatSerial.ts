/** A serial or code in groups of four, with thin gaps a copy does not need: `1581 F6Q8 D23A`. */
export function formatSerial(serial: string): string {
  return serial.match(/.{1,4}/g)?.join(" ") ?? serial;
}

/** Head and tail of a serial, for a picture: `1581…24A`. Six characters or fewer stay whole. */
export function shortSerial(serial: string): string {
  return serial.length <= 8 ? serial : `${serial.slice(0, 4)}…${serial.slice(-3)}`;
}
