import type { ClaimPage } from "../../service/index.ts";
import { en } from "../words/en.ts";

/** What the bench saw: the cause, and the parts that are broken. */
export function findingOf({ inspections }: Pick<ClaimPage, "inspections">): string | undefined {
  return sayFinding(inspections.at(-1)?.findings ?? {});
}

/** One finding in a few words: the cause, and the parts that are broken. */
export function sayFinding({ cause, parts }: Readonly<Record<string, unknown>>): string | undefined {
  const causes: Readonly<Record<string, string>> = en.report.causes;
  const broken = Array.isArray(parts)
    ? parts.map((part) => en.places.parts[String(part)] ?? String(part))
    : [];
  const said = [causes[String(cause)], broken.join(", ")].filter(Boolean);
  return said.length === 0 ? undefined : said.join(". ");
}
