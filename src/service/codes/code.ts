import { type Static, Type } from "typebox";
import { causes, type Findings, Parts } from "../../claims/index.ts";
import { line, shape } from "../../platform/index.ts";

/** What a code names: what a device shows, what the bench found, what is looked at. */
export const codeKinds = ["symptom", "finding", "check"] as const;
export type CodeKind = (typeof codeKinds)[number];

/** A code of a family of devices: a group, a series, or `*` for all. */
export interface BenchCode {
  readonly kind: CodeKind;
  readonly family: string;
  readonly code: string;
  readonly title: string;
  /** Of a finding: what it means to the terms. */
  readonly facts: CodeFacts | null;
  readonly retiredAt: Temporal.Instant | null;
}

/** Facts that a finding code stands for. */
export const CodeFacts = shape({
  cause: Type.Optional(Type.Enum([...causes])),
  parts: Type.Optional(Parts),
  lost: Type.Optional(Type.Enum(["none", "partial", "total"])),
});
export type CodeFacts = Static<typeof CodeFacts>;

const Code = Type.String({ minLength: 1, maxLength: 20, pattern: "^[A-Z0-9][A-Z0-9._-]*$" });

/** A code as it is kept. */
export const CodeSchema = shape({
  kind: Type.Enum([...codeKinds]),
  family: Type.String({ minLength: 1, maxLength: 60, pattern: "^(\\*|[a-z0-9][a-z0-9-]*)$" }),
  code: Code,
  title: line(120),
  facts: Type.Optional(CodeFacts),
});
export type CodeView = Static<typeof CodeSchema>;

/** The codes of an inspection: what it shows, what was found, what was looked at. */
export const CodesFound = shape({
  symptoms: Type.Optional(Type.Array(Code, { uniqueItems: true, maxItems: 20 })),
  findings: Type.Optional(Type.Array(Code, { uniqueItems: true, maxItems: 20 })),
  checks: Type.Optional(
    Type.Array(shape({ code: Code, isGood: Type.Boolean(), says: Type.Optional(line(200)) }), {
      maxItems: 60,
    }),
  ),
});
export type CodesFound = Static<typeof CodesFound>;

/** The outside form of a code. */
export function codeView({ kind, family, code, title, facts }: BenchCode): CodeView {
  return { kind, family, code, title, ...(facts === null ? {} : { facts }) };
}

/** The families of a device: everything, its group, its series. */
export function familiesOf({
  group,
  series,
}: {
  readonly group?: string;
  readonly series: string;
}): string[] {
  return ["*", ...(group === undefined ? [] : [group]), series];
}

/** The first of the codes told that the catalogue of these families does not have. Pure. */
export function unknownCode(
  known: readonly BenchCode[],
  families: readonly string[],
  { symptoms = [], findings = [], checks = [] }: CodesFound,
): { readonly kind: CodeKind; readonly code: string; readonly place: number } | undefined {
  const told = [
    ...symptoms.map((code, place) => ({ kind: "symptom" as const, code, place })),
    ...findings.map((code, place) => ({ kind: "finding" as const, code, place })),
    ...checks.map(({ code }, place) => ({ kind: "check" as const, code, place })),
  ];
  return told.find(
    ({ kind, code }) =>
      !known.some((each) => each.kind === kind && each.code === code && families.includes(each.family)),
  );
}

/** What the codes found say, where the bench left it unsaid; the first code that says it counts. Pure. */
export function findingsWith(
  findings: Findings,
  known: readonly BenchCode[],
  families: readonly string[],
  codes: CodesFound,
): Findings {
  const facts = (codes.findings ?? []).flatMap(
    (code) =>
      known.find((each) => each.kind === "finding" && each.code === code && families.includes(each.family))
        ?.facts ?? [],
  );
  const cause = findings.cause ?? facts.find((each) => each.cause !== undefined)?.cause;
  const lost = findings.lost ?? facts.find((each) => each.lost !== undefined)?.lost;
  const meant = [...new Set(facts.flatMap(({ parts = [] }) => parts))];
  const parts = findings.parts ?? (meant.length === 0 ? undefined : meant);
  return {
    ...findings,
    ...(cause === undefined ? {} : { cause }),
    ...(lost === undefined ? {} : { lost }),
    ...(parts === undefined ? {} : { parts }),
  };
}
