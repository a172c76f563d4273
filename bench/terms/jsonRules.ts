import { Engine, type NestedCondition, type TopLevelCondition } from "json-rules-engine";
import type { CoverageCase } from "./coverageCases.ts";

type Value = string | number | boolean | readonly string[] | { fact: string; path?: string };

/** `incident.cause` is the field `cause` of the fact `incident`. */
function test(name: string, operator: string, value: Value): NestedCondition {
  const [fact = "", path] = name.split(".");
  return path === undefined ? { fact, operator, value } : { fact, path, operator, value };
}

const from = (name: string): Value => {
  const [fact = "", path] = name.split(".");
  return path === undefined ? { fact } : { fact, path };
};

const flying = ["aircraft", "gimbal", "camera", "propellers", "battery"];
const pocket = ["camera", "battery"];
/** Parts, currency and fees by model, as the document's tables have them. */
const models: Readonly<Record<string, { parts: string[]; currency?: string; fees?: number }>> = {
  "osmo-action-4": { parts: pocket, currency: "PLN", fees: 3 },
  "osmo-360": { parts: pocket, currency: "PLN", fees: 2 },
  "mavic-mini": { parts: flying, currency: "PLN", fees: 2 },
  "mavic-pro": { parts: flying, currency: "EUR", fees: 2 },
  "mavic-3": { parts: flying, currency: "USD", fees: 2 },
  "mavic-2-pro": { parts: flying },
  spark: { parts: flying, currency: "PLN", fees: 2 },
  "inspire-2": { parts: ["aircraft", "propellers"] },
  "zenmuse-x7": { parts: ["gimbal", "camera"], currency: "EUR", fees: 2 },
  "ronin-s": { parts: ["gimbal", "grip"] },
};
const limits: Readonly<Record<string, number>> = { "care-1y": 2, "care-2y": 3, "care-plus": 1 };
const accidents = "collision drop water user-error signal-interference wear screen deformation".split(" ");

const gone: TopLevelCondition = {
  any: [
    test("incident.lost", "equal", "total"),
    test("incident.stolen", "equal", true),
    test("incident.abandoned", "equal", true),
  ],
};

const underWarranty: TopLevelCondition = {
  all: [
    test("incident.lost", "equal", "none"),
    test("incident.stolen", "equal", false),
    test("incident.abandoned", "equal", false),
    test("incident.parts", "someOutside", ["other"]),
    test("device.modified", "equal", false),
    test("incident.unauthorisedParts", "equal", false),
  ],
};

const underPlan: TopLevelCondition = {
  all: [
    test("plan.status", "notEqual", "cancelled"),
    test("plan.serial", "equal", from("device.serial")),
    test("plan.region", "equal", from("claim.region")),
    test("claim.wants", "equal", "replacement"),
    test("plan.uses", "lessThan", from("limit")),
    test("incident.at", "notBefore", from("plan.startsAt")),
    test("incident.at", "before", from("plan.endsAt")),
    test("incident.cause", "in", accidents),
    test("incident.intentional", "equal", false),
    test("incident.cosmeticOnly", "equal", false),
    test("incident.forceMajeure", "equal", false),
    { condition: "underWarranty" },
    test("incident.parts", "someIn", from("model.parts")),
  ],
};

const mustWait: TopLevelCondition = {
  all: [
    test("model.currency", "isListed", true),
    {
      any: [
        test("model.currency", "notEqual", from("claim.currency")),
        test("model.parts", "someMissing", from("claim.returnedParts")),
      ],
    },
  ],
};

const rules: readonly { outcome: string; conditions: TopLevelCondition }[] = [
  {
    outcome: "warranty",
    conditions: {
      all: [
        test("incident.cause", "equal", "defect"),
        test("incident.at", "before", from("device.warrantyEndsAt")),
        { condition: "underWarranty" },
      ],
    },
  },
  { outcome: "hold", conditions: { all: [{ condition: "underPlan" }, { condition: "mustWait" }] } },
  {
    outcome: "plan",
    conditions: { all: [{ condition: "underPlan" }, test("plan.uses", "lessThan", from("model.fees"))] },
  },
  { outcome: "incomplete", conditions: { all: [{ condition: "underPlan" }] } },
  { outcome: "refused", conditions: { all: [{ condition: "gone" }] } },
  { outcome: "paid", conditions: { all: [test("claim.region", "isListed", true)] } },
];

/** json-rules-engine with the same decision: one rule for each outcome, the first that holds wins. */
export function jsonRulesVerdict(): (given: CoverageCase) => Promise<string> {
  const engine = new Engine([], {
    // A plain look-up instead of JSONPath: several times faster, and the paths here are single names.
    pathResolver: (value, path) => (value as Record<string, unknown>)[path],
  });
  addOperators(engine);
  engine.setCondition("gone", gone);
  engine.setCondition("underWarranty", underWarranty);
  engine.setCondition("underPlan", underPlan);
  engine.setCondition("mustWait", mustWait);
  engine.addFact(
    "model",
    async (_params, almanac) => models[await almanac.factValue<string>("device", {}, "model")],
  );
  engine.addFact(
    "limit",
    async (_params, almanac) => limits[await almanac.factValue<string>("plan", {}, "product")],
  );
  for (const [index, { outcome, conditions }] of rules.entries()) {
    engine.addRule({
      conditions,
      event: { type: outcome },
      priority: rules.length - index,
      onSuccess: () => {
        engine.stop();
      },
    });
  }
  return async ({ device, plan, incident, claim }) => {
    const { events } = await engine.run({ device, plan, incident, claim });
    return events[0]?.type ?? "none";
  };
}

function addOperators(engine: Engine): void {
  engine.addOperator<string, string>("before", (at, end) => at < end);
  engine.addOperator<string, string>("notBefore", (at, start) => at >= start);
  engine.addOperator<string[], string[]>("someIn", (list, of) => list.some((part) => of.includes(part)));
  engine.addOperator<string[], string[]>("someOutside", (list, of) =>
    list.some((part) => !of.includes(part)),
  );
  engine.addOperator<string[], string[]>("someMissing", (list, of) =>
    list.some((part) => !of.includes(part)),
  );
  engine.addOperator<unknown, boolean>("isListed", (value, wanted) => (value !== undefined) === wanted);
}
