import type { ClaimPage } from "../../service/index.ts";
import { en } from "../words/en.ts";

/** What the bench saw: the cause, and the parts that are broken. */
export function findingOf({ inspections }: ClaimPage): string | undefined {
  const { cause, parts } = inspections.at(-1)?.findings ?? {};
  const causes: Readonly<Record<string, string>> = en.report.causes;
  const broken = Array.isArray(parts)
    ? parts.map((part) => en.places.parts[String(part)] ?? String(part))
    : [];
  const said = [causes[String(cause)], broken.join(", ")].filter(Boolean);
  return said.length === 0 ? undefined : said.join(". ");
}
