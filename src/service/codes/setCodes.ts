import { Type } from "typebox";
import { accepted, act, badField, shape } from "../../platform/index.ts";
import { CodeSchema, type CodeView } from "./code.ts";
import { heldCodes, retireCodes, writeCodes } from "./codeStore.ts";
import { readCodes } from "./readCodes.ts";

/** PUT /v1/bench-codes: the codes of the families named, whole; what is left out is retired. */
export const setBenchCodes = act({
  route: "PUT /v1/bench-codes",
  permission: "bench_code.keep",
  summary:
    "Writes the codes of the kinds and families that the list speaks of; what it leaves out is retired.",
  body: shape({
    codes: Type.Optional(Type.Array(CodeSchema, { maxItems: 2_000 })),
    /** The same as a CSV file: kind, family, code, title, cause, parts, lost. */
    csv: Type.Optional(Type.String({ maxLength: 500_000 })),
  }),
  reply: shape({ codes: Type.Array(CodeSchema) }),
  dryRun: true,
  run: async (tx, { codes, csv }, at) => {
    const given = csv === undefined ? (codes ?? []) : readCodes(csv);
    demandCodes(given);
    await writeCodes(tx, JSON.stringify(given));
    await retireCodes(tx, JSON.stringify(given), at);
    return accepted({ codes: [...given] });
  },
  settle: async (platform, _, reply) => {
    await heldCodes.readAgain({ query: platform.database.query, platform });
    return reply;
  },
});

function demandCodes(given: readonly CodeView[]): void {
  if (given.length === 0) {
    throw badField("/codes", "nothing_given", "Give the codes as a list, or as a CSV file.");
  }
  const seen = new Set<string>();
  for (const [place, { kind, family, code, facts }] of given.entries()) {
    const name = `${kind} ${family} ${code}`;
    if (seen.has(name)) {
      throw badField(`/codes/${place}`, "code_twice", `${code} stands twice in ${family}.`);
    }
    seen.add(name);
    if (facts !== undefined && kind !== "finding") {
      throw badField(
        `/codes/${place}/facts`,
        "facts_of_findings",
        "Only a finding can mean something to the terms.",
      );
    }
  }
}
