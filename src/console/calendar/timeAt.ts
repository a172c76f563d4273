/** `09:45`: an instant by the clock of a centre. */
export function timeAt(at: string, zone: string): string {
  return partsOf(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone });
}

/** `Mon 7 Sep, 09:45`. */
export function dayAndTimeAt(at: string, zone: string): string {
  const day = partsOf(at, { weekday: "short", day: "numeric", month: "short", timeZone: zone });
  return `${day}, ${timeAt(at, zone)}`;
}

function partsOf(at: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", options).format(new Date(at));
}
