import { hasOpenUse } from "../compiling/tallies.ts";
import { factNamed } from "../vocabulary.ts";
import { type Case, isAbsent, isUnknown } from "./case.ts";
import { stretchOf } from "./moments.ts";

/** Unknown, or known less exactly than an instant; of uses, some of them. */
export function isOpen(name: string, c: Case): boolean {
  const { type, read } = factNamed(name);
  const value = read(c);
  if (isUnknown(value) || isAbsent(value)) {
    return isUnknown(value);
  }
  if (type !== "instant") {
    return type === "uses" && hasOpenUse(value, c);
  }
  const stretch = stretchOf(value, c.zones);
  return stretch === undefined || stretch.lo !== stretch.hi;
}
