import type { ClaimPage } from "../../service/index.ts";
import type { Fact } from "../parts/facts.ts";
import { en } from "../words/en.ts";

/** Parts in words. */
export function partsOf(parts: readonly string[]): string {
  return parts.map((part) => en.places.parts[part] ?? part).join(", ");
}

/** What came otherwise than it was awaited, in plain words: what it was, and what we did. */
export function mismatchRows({ mismatches }: Pick<ClaimPage, "mismatches">): Fact[] {
  const words = en.question;
  return mismatches.map(({ kinds, missing, choice, reason }) => ({
    label: words.cameOtherwise,
    value: [
      ...kinds.map((kind) => words.cameOf[kind] ?? kind),
      ...(kinds.includes("parts_missing") && missing.length > 0 ? [words.missing(partsOf(missing))] : []),
      words.did[choice] ?? "",
      words.reasonOurs(reason),
    ].join(" "),
  }));
}
