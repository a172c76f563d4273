import { type Static, Type } from "typebox";
import { accepted, act, badField, Day, shape, type Tx } from "../../platform/index.ts";
import { deviceRecord } from "../deviceRecord.ts";
import { followWarrantyRules } from "../reckonAgain.ts";
import {
  begunBy,
  changesOf,
  components,
  countRuled,
  devicesRuled,
  heldRules,
  lastDayBefore,
  loadWarranty,
  ruleName,
  setRule,
  versionsOf,
} from "../warranties/index.ts";

const days = (least: number) => Type.Union([Type.Integer({ minimum: least, maximum: 3650 }), Type.Null()]);

/** A rule as it is told. */
export const RuleBody = shape({
  scope: Type.String({ pattern: "^(\\*|(maker|series|model):[a-z0-9-]{1,60})$" }),
  region: Type.String({ pattern: "^(\\*|[A-Z]{2})$" }),
  component: Type.Enum([...components]),
  validFrom: Day,
  months: Type.Integer({ minimum: 1, maximum: 240 }),
  shippedDays: days(0),
  madeDays: days(0),
  replacementDays: days(1),
  /** Left out it is as it was; of a new rule `told`. */
  beginsBy: Type.Optional(Type.Enum([...begunBy])),
});
type RuleTold = Static<typeof RuleBody>;

const Moved = shape({ serial: Type.String(), from: Type.Union([Day, Type.Null()]), to: Day });

/** PUT /v1/warranty-rules: sets rules, each by its scope, region, component and first day. */
export const setWarrantyRules = act({
  route: "PUT /v1/warranty-rules",
  permission: "warranty.rule",
  summary: "Sets how long warranties are; moves what has begun only when told to, and says what would move",
  body: shape({
    rules: Type.Array(RuleBody, { minItems: 1, maxItems: 500 }),
    /** What has begun is reckoned again by them. */
    moves: Type.Boolean(),
  }),
  reply: shape({
    set: Type.Integer(),
    unchanged: Type.Integer(),
    /** How many records have begun that these rules are for, and how some of them move or would. */
    begun: Type.Integer(),
    moved: Type.Array(Moved),
  }),
  dryRun: true,
  run: async (tx, { rules, moves }, at) => {
    demandDistinct(rules);
    let set = 0;
    for (const rule of rules) {
      const values = [rule.months, rule.shippedDays, rule.madeDays, rule.replacementDays];
      const key = [rule.scope, rule.region, rule.component, rule.validFrom];
      set +=
        (await setRule(tx, ...key, ...values, at, tx.caller.id, rule.beginsBy ?? null)) === undefined ? 0 : 1;
    }
    const keys = JSON.stringify(rules.map(({ scope, region, validFrom }) => ({ scope, region, validFrom })));
    const [{ count: begun }, some] = await Promise.all([
      countRuled(tx, keys),
      devicesRuled(tx, keys, "", MOST_SHOWN),
    ]);
    const moved = await movesOf(
      tx,
      some.map(({ deviceId }) => deviceId),
    );
    if (moves && begun > 0) {
      tx.enqueue(followWarrantyRules, { keys, after: "" });
    }
    return accepted({ set, unchanged: rules.length - set, begun, moved });
  },
  settle: async (platform, _, reply) => {
    await heldRules.readAgain({ query: platform.database.query, platform });
    return reply;
  },
});

/** How many records are looked at to show how they would move. */
const MOST_SHOWN = 20;

async function movesOf(tx: Tx, ids: readonly string[]): Promise<Static<typeof Moved>[]> {
  const moved: Static<typeof Moved>[] = [];
  for (const deviceId of ids) {
    const record = await deviceRecord(tx, { deviceId });
    if (record === undefined) {
      continue;
    }
    const { kept, facts } = await loadWarranty(tx, record);
    const to = changesOf(facts).at(-1);
    const from = to && versionsOf(kept.warranties, to.component).at(-1);
    if (to !== undefined && from?.endsAt.equals(to.endsAt) !== true) {
      const last = from === undefined ? null : lastDayBefore(from.endsAt, from.zone).toString();
      moved.push({
        serial: record.device.serial,
        from: last,
        to: lastDayBefore(to.endsAt, to.zone).toString(),
      });
    }
  }
  return moved;
}

/** Errors: Problem 400 for a rule that stands twice in what was sent. */
function demandDistinct(rules: readonly RuleTold[]): void {
  const names = rules.map((rule) => ruleName(ruleOf(rule)));
  const twice = names.findIndex((name, place) => names.indexOf(name) !== place);
  if (twice !== -1) {
    throw badField(`/rules/${twice}`, "twice", "This rule stands twice in what was sent: keep one of them.");
  }
}

function ruleOf({ validFrom, ...rule }: RuleTold) {
  return { ...rule, validFrom: Temporal.PlainDate.from(validFrom) };
}
