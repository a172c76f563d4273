import { Type } from "typebox";
import { PageQuery, page, read, shape, wrongCursor } from "../../platform/index.ts";
import { CodeSchema, codeKinds, codeView } from "./code.ts";
import { pageOfCodes } from "./codeStore.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/bench-codes: symptoms, findings and checks in use. A cursor is `kind family code`. */
export const listBenchCodes = read({
  route: "GET /v1/bench-codes",
  permission: "bench_code.read",
  summary:
    "Lists the codes of the bench: symptoms, findings, checks, by family of devices, or words of theirs.",
  query: shape({
    ...PageQuery,
    kind: Type.Optional(Type.Enum([...codeKinds])),
    /** Families with commas between: `*,handheld,osmo-action`. */
    families: Type.Optional(Type.String({ maxLength: 200 })),
    search: Type.Optional(Type.String({ maxLength: 60 })),
  }),
  reply: page(CodeSchema),
  csv: true,
  run: async (db, { after, limit = DEFAULT_LIMIT, kind = null, families, search }) => {
    const [ofKind = null, ofFamily = null, code = null] = after?.split(" ") ?? [];
    if (after !== undefined && code === null) {
      throw wrongCursor();
    }
    const wanted = families === undefined ? null : families.split(",").map((each) => each.trim());
    const words = search?.trim().toLowerCase() || null;
    const found = await pageOfCodes(db, ofKind, ofFamily, code, kind, wanted, words, limit + 1);
    const shown = found.slice(0, limit);
    const end = shown.at(-1);
    const more = found.length > limit && end !== undefined;
    return {
      data: shown.map(codeView),
      nextCursor: more ? `${end.kind} ${end.family} ${end.code}` : null,
    };
  },
});
