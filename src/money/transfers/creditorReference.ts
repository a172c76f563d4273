import { createHash } from "node:crypto";
import { hasRightChecks, remainder97 } from "../../platform/index.ts";

/** What our references are written in: no letter that is mistaken for a digit or another. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BODY = 10;
const LONG = BODY + 4;

/** What a charge's payer writes on a transfer: an ISO 11649 creditor reference of 14 characters. */
export function referenceOf(chargeId: string): string {
  const digest = createHash("sha256").update(`transfer ${chargeId}`).digest();
  const body = Array.from(digest.subarray(0, BODY), (byte) => LETTERS[byte & 31]).join("");
  const checks = 98 - remainder97(`${body}RF00`);
  return `RF${String(checks).padStart(2, "0")}${body}`;
}

/** A reference as people read it: in groups of four. */
export function grouped(reference: string): string {
  return reference.replace(/(.{4})(?=.)/g, "$1 ");
}

/** The reference that stands in what a payer wrote, with whatever else; undefined when none is right. */
export function referenceIn(text: string): string | undefined {
  return windowsIn(text).find((window) => hasRightChecks(window));
}

/**
 * The right references that one slip of the hand makes what was written of: a character wrong, missing, too
 * many, or two changed about. One in 97 of what is tried has right checks, and then must be there.
 */
export function nearReferences(text: string): string[] {
  const plain = squeezed(text);
  const from = plain.indexOf("RF");
  const written = from < 0 ? plain.slice(0, LONG + 1) : plain.slice(from, from + LONG + 1);
  const near = new Set<string>();
  for (const base of new Set([written, written.slice(0, LONG), written.slice(0, LONG - 1)])) {
    for (const slip of slipsOf(base)) {
      if (slip.length === LONG && slip.startsWith("RF") && hasRightChecks(slip)) {
        near.add(slip);
      }
    }
  }
  return [...near];
}

function* slipsOf(text: string): Generator<string> {
  for (let place = 0; place <= text.length; place += 1) {
    const before = text.slice(0, place);
    const rest = text.slice(place);
    yield before + rest.slice(1);
    yield before + (rest[1] ?? "") + (rest[0] ?? "") + rest.slice(2);
    for (const letter of LETTERS) {
      yield before + letter + rest.slice(1);
      yield before + letter + rest;
    }
  }
}

function windowsIn(text: string): string[] {
  const plain = squeezed(text);
  const starts = [...plain.matchAll(/RF(?=\d\d)/g)].map(({ index }) => index);
  return starts.map((start) => plain.slice(start, start + LONG)).filter(({ length }) => length === LONG);
}

/** Without spaces and signs, in capitals; what is never in a reference is read as what it looks like. */
function squeezed(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .replace(/[IL]/g, "1")
    .replace(/O/g, "0");
}
