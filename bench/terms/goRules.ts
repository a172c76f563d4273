import { ZenEngine } from "@gorules/zen-engine";
import type { CoverageCase } from "./coverageCases.ts";

/**
 * One row of a table: the model, the parts that are replaced, the currency of its fees and how many it has.
 */
const models: readonly (readonly [string, string, string, number])[] = [
  ["osmo-action-4", "pocket", "PLN", 3],
  ["osmo-360", "pocket", "PLN", 2],
  ["mavic-mini", "flying", "PLN", 2],
  ["mavic-pro", "flying", "EUR", 2],
  ["mavic-3", "flying", "USD", 2],
  ["mavic-2-pro", "flying", "", 0],
  ["spark", "flying", "PLN", 2],
  ["inspire-2", "bare", "", 0],
  ["zenmuse-x7", "hung", "EUR", 2],
  ["ronin-s", "held", "", 0],
];

const parts: Readonly<Record<string, string>> = {
  flying: "['aircraft', 'gimbal', 'camera', 'propellers', 'battery']",
  pocket: "['camera', 'battery']",
  bare: "['aircraft', 'propellers']",
  hung: "['gimbal', 'camera']",
  held: "['gimbal', 'grip']",
};

/** The clauses, each true or false. `$.name` is an earlier one. */
const clauses: readonly (readonly [string, string])[] = [
  ["gone", "incident.lost == 'total' or incident.stolen or incident.abandoned"],
  [
    "underWarranty",
    "incident.lost == 'none' and not incident.stolen and not incident.abandoned" +
      " and some(incident.parts, # != 'other')" +
      " and not device.modified and not incident.unauthorisedParts",
  ],
  [
    "isDefect",
    "incident.cause == 'defect' and date(incident.at) < date(device.warrantyEndsAt) and $.underWarranty",
  ],
  [
    "underPlan",
    "$.underWarranty and plan.status != 'cancelled'" +
      " and plan.serial == device.serial and plan.region == claim.region" +
      " and claim.wants == 'replacement' and plan.uses < limit" +
      " and date(incident.at) >= date(plan.startsAt) and date(incident.at) < date(plan.endsAt)" +
      " and incident.cause in ['collision', 'drop', 'water', 'user-error'," +
      " 'signal-interference', 'wear', 'screen', 'deformation']" +
      " and not incident.intentional and not incident.cosmeticOnly and not incident.forceMajeure" +
      " and some(incident.parts, # in covered)",
  ],
  [
    "mustWait",
    "currency != '' and (currency != claim.currency or some(covered, # not in claim.returnedParts))",
  ],
  ["hasFee", "plan.uses < fees"],
];

const outcomes: readonly (readonly [string, string])[] = [
  ["isDefect", "warranty"],
  ["underPlan and mustWait", "hold"],
  ["underPlan and hasFee", "plan"],
  ["underPlan", "incomplete"],
  ["gone", "refused"],
  ["true", "paid"],
];

const text = (value: string): string => `'${value}'`;

function modelTable() {
  return {
    id: "models",
    name: "models",
    type: "decisionTableNode",
    content: {
      hitPolicy: "first",
      passThrough: true,
      inputs: [{ id: "model", name: "model", field: "device.model" }],
      outputs: [
        { id: "covered", name: "covered", field: "covered" },
        { id: "currency", name: "currency", field: "currency" },
        { id: "fees", name: "fees", field: "fees" },
      ],
      rules: models.map(([model, covered, currency, fees]) => ({
        _id: model,
        model: text(model),
        covered: parts[covered],
        currency: text(currency),
        fees: String(fees),
      })),
    },
  };
}

function planTable() {
  return {
    id: "plans",
    name: "plans",
    type: "decisionTableNode",
    content: {
      hitPolicy: "first",
      passThrough: true,
      inputs: [{ id: "product", name: "product", field: "plan.product" }],
      outputs: [{ id: "limit", name: "limit", field: "limit" }],
      rules: [
        { _id: "care-1y", product: "'care-1y'", limit: "2" },
        { _id: "care-2y", product: "'care-2y'", limit: "3" },
        { _id: "care-plus", product: "'care-plus'", limit: "1" },
      ],
    },
  };
}

function clauseExpressions() {
  return {
    id: "clauses",
    name: "clauses",
    type: "expressionNode",
    content: { expressions: clauses.map(([key, value]) => ({ id: key, key, value })) },
  };
}

function outcomeTable() {
  return {
    id: "outcome",
    name: "outcome",
    type: "decisionTableNode",
    content: {
      hitPolicy: "first",
      inputs: [{ id: "test", name: "test" }],
      outputs: [{ id: "outcome", name: "outcome", field: "outcome" }],
      rules: outcomes.map(([test, outcome]) => ({ _id: outcome, test, outcome: text(outcome) })),
    },
  };
}

/**
 * @gorules/zen-engine with the same decision: two tables for the data, the clauses as expressions, a first-
 * hit table.
 */
export function goRulesVerdict(): (given: CoverageCase) => Promise<string> {
  const steps = [
    { id: "request", name: "request", type: "inputNode" },
    modelTable(),
    planTable(),
    clauseExpressions(),
    outcomeTable(),
    { id: "reply", name: "reply", type: "outputNode" },
  ];
  const edges = steps.slice(1).map((step, index) => ({
    id: `to-${step.id}`,
    type: "edge",
    sourceId: steps[index]?.id,
    targetId: step.id,
  }));
  const decision = new ZenEngine().createDecision({ nodes: steps, edges });
  return async (given) => {
    const { result } = await decision.evaluate(given);
    return String(result.outcome);
  };
}
