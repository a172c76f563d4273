import { normaliseSerial } from "../../contracts/index.ts";

/** A serial as it is kept: upper case, without spaces and dashes. */
export function plainSerial(typed: string): string {
  return normaliseSerial(typed);
}

export function looksLikeSerial(serial: string): boolean {
  return /^[A-Z0-9]{4,40}$/.test(serial);
}

/** The serial with every letter O read as a zero; undefined when there is none to misread. */
export function serialGuess(serial: string): string | undefined {
  return serial.includes("O") ? serial.replaceAll("O", "0") : undefined;
}
