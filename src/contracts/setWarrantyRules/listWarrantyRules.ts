import { type Static, Type } from "typebox";
import { Day, Instant, PageQuery, page, read, shape, wrongCursor } from "../../platform/index.ts";
import { begunBy, components, pageOfRules, ruleName, type WarrantyRule } from "../warranties/index.ts";

const Count = Type.Union([Type.Integer(), Type.Null()]);
const RuleSchema = shape({
  scope: Type.String(),
  region: Type.String(),
  component: Type.Enum([...components]),
  validFrom: Day,
  months: Type.Integer(),
  shippedDays: Count,
  madeDays: Count,
  replacementDays: Count,
  beginsBy: Type.Enum([...begunBy]),
  version: Type.Integer(),
  setAt: Instant,
  setBy: Type.String(),
});

const DEFAULT_LIMIT = 50;
/** The name of a rule, as `ruleName` makes it. */
const NAME = /^\S+ \S+ [a-z]+ \d{4}-\d{2}-\d{2}$/;

/** GET /v1/warranty-rules: how long warranties are, for what, where and from which day on. */
export const listWarrantyRules = read({
  route: "GET /v1/warranty-rules",
  permission: "warranty.read",
  summary: "Lists the rules of warranties; of a scope, a component, or in force on a day",
  query: shape({
    ...PageQuery,
    search: Type.Optional(Type.String({ maxLength: 60 })),
    component: Type.Optional(Type.Enum([...components])),
    on: Type.Optional(Day),
  }),
  reply: page(RuleSchema),
  csv: true,
  async run(db, { search = "", component, on, after, limit = DEFAULT_LIMIT }) {
    if (after !== undefined && !NAME.test(after)) {
      throw wrongCursor();
    }
    const asked = [after ?? "", search.trim(), component ?? null, on ?? null, limit + 1];
    const found = await pageOfRules(db, ...asked);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      data: shown.map(ruleView),
      nextCursor: found.length > limit && last !== undefined ? ruleName(last) : null,
    };
  },
});

function ruleView({ validFrom, setAt, ...rule }: WarrantyRule): Static<typeof RuleSchema> {
  return { ...rule, validFrom: validFrom.toString(), setAt: setAt.toString() };
}
