import type { RuleKind } from "../rules.ts";
import type { Edit } from "./edits.ts";

/** Kinds that give an answer times, parts or counts beside its outcome and fee. */
const withFigures: ReadonlySet<RuleKind> = new Set<RuleKind>([
  "window",
  "period",
  "benefit",
  "return",
  "hold",
  "duty",
  "renewal",
  "refund",
  "extend",
  "route",
  "statute",
]);

/**
 * Whether edits may change more of an answer than outcome and fee. If not, cases can be compared as fast as
 * they are settled.
 */
export const mayChangeFigures = (
  edits: readonly Edit[],
  kindOf: (clause: string) => readonly (RuleKind | null)[],
): boolean =>
  edits.some(
    ({ clause }) => clause === null || kindOf(clause).some((kind) => kind === null || withFigures.has(kind)),
  );
