import type { ClaimShape } from "../../claims/index.ts";
import type { Fact } from "../parts/facts.ts";
import { en } from "../words/en.ts";
import { formatDay } from "../words/formatDate.ts";
import { sayFinding } from "./findingOf.ts";

/** What a refusal went by: what was told, and what was found where somebody has looked. */
export function foundIn(
  { incident }: Pick<ClaimShape, "incident">,
  findings?: Readonly<Record<string, unknown>>,
): readonly Fact[] {
  const causes: Readonly<Record<string, string>> = en.report.causes;
  const cause = String(incident.cause);
  const found = findings === undefined ? undefined : sayFinding(findings);
  return [
    { label: en.report.what, value: causes[cause] ?? cause },
    { label: en.report.when, value: formatDay(Temporal.PlainDate.from(String(incident.at).slice(0, 10))) },
    ...(found === undefined ? [] : [{ label: en.appeal.ours, value: found }]),
  ];
}
