import type { Receipt } from "../receipt.ts";
import type { ReceiptWords } from "./words.ts";

/**
 * An instant for people: a time that ends at midnight as its last day, any other with its clock. Without a
 * zone as it is written, in UTC.
 */
export function momentInWords(instant: string, zone: string | undefined, words: ReceiptWords): string {
  if (zone === undefined) {
    return instant;
  }
  const exact = Temporal.Instant.from(instant);
  const here = exact.toZonedDateTimeISO(zone);
  const isMidnight = here.hour === 0 && here.minute === 0 && here.second === 0;
  const shown = isMidnight ? exact.subtract({ seconds: 1 }).toZonedDateTimeISO(zone) : here;
  const day = words.day(shown.day, words.months[shown.month - 1] ?? "", shown.year);
  const two = (figure: number): string => String(figure).padStart(2, "0");
  return isMidnight ? day : words.clock(day, `${two(shown.hour)}:${two(shown.minute)}`);
}

/** The zone a receipt reckons in, as far as its deadlines tell. */
export const zoneOf = ({ deadlines }: Receipt): string | undefined => deadlines[0]?.zone;
