import { type FactInfo, type FactKind, type Supplier, words } from "./factTypes.ts";

const instant: FactKind = { type: "instant" };
const yesNo: FactKind = { type: "yes-no" };
const text: FactKind = { type: "text" };
/** Facts that say who or which: no hint ever names them. */
const identity: FactKind = { type: "text", identity: true };
const model: FactKind = { type: "model" };
const product: FactKind = { type: "product" };
const region: FactKind = { type: "region" };
const money: FactKind = { type: "money" };
const word = (values: string): FactKind => ({ type: "word", values: words(values) });
const list = (of: FactKind["of"]): FactKind => ({ type: "list", of });

const parts: FactKind = {
  ...list("part"),
  values: words("aircraft gimbal camera propellers battery grip controller other"),
};
const group: FactKind = word("aircraft gimbal handheld camera controller other");
const cause: FactKind = word(
  "collision drop water user-error signal-interference wear screen deformation flyaway defect battery",
);

const rows: FactInfo[] = [];

/** `asked` is who supplies the fact and what asking costs; needs are listed cheapest first. */
function fact(name: string, kind: FactKind, asked: string, label: string, read: FactInfo["read"]): void {
  const [supplier, cost] = asked.split(" ");
  rows.push({ name, ...kind, supplier: supplier as Supplier, cost: Number(cost), label, read });
}

fact("at", instant, "system 0", "the moment of the decision", (c) => c.at);

fact(
  "code.state",
  word("stock sold redeemed void expired"),
  "registry 1",
  "the state of the code",
  (c) => c.code.state,
);
fact("code.product", product, "registry 1", "the plan of the code", (c) => c.code.product);
fact("code.models", list("model"), "registry 1", "the models the code is for", (c) => c.code.models);
fact("code.region", region, "registry 1", "the region of the code", (c) => c.code.region);
fact("code.soldAt", instant, "registry 1", "the sale of the code", (c) => c.code.soldAt);
fact("code.deliveredAt", instant, "registry 1", "the delivery of the code", (c) => c.code.deliveredAt);

fact("device.serial", identity, "owner 2", "the serial number of the device", (c) => c.device.serial);
fact("device.model", model, "owner 2", "the model of the device", (c) => c.device.model);
fact("device.series", { type: "series" }, "owner 2", "the series of the device", (c) => c.series);
fact("device.group", group, "registry 1", "the group of the device", (c) => c.group);
fact("device.region", region, "owner 2", "the region of the device", (c) => c.device.region);
fact(
  "device.activatedAt",
  instant,
  "registry 3",
  "the first activation of the device",
  (c) => c.device.activatedAt,
);
fact("device.purchasedAt", instant, "owner 3", "the purchase of the device", (c) => c.device.purchasedAt);
fact("device.shippedAt", instant, "registry 1", "the shipment of the device", (c) => c.device.shippedAt);
fact("device.priceBand", text, "registry 1", "the price band of the device", (c) => c.device.priceBand);
fact(
  "device.warrantyEndsAt",
  instant,
  "registry 1",
  "the end of the maker's warranty",
  (c) => c.device.warrantyEndsAt,
);
fact("device.plan", product, "system 1", "the plan of the device", (c) => c.device.plan);
fact(
  "device.everBound",
  yesNo,
  "system 1",
  "whether a plan was ever bound to the device",
  (c) => c.device.everBound,
);
fact(
  "device.monthsCovered",
  { type: "number" },
  "system 1",
  "the months the device has been covered",
  (c) => c.device.monthsCovered,
);
fact(
  "device.replacedBy",
  identity,
  "system 1",
  "the unit that replaced the device",
  (c) => c.device.replacedBy,
);
fact("device.modified", yesNo, "technician 5", "whether the device was modified", (c) => c.device.modified);

fact(
  "invitation.reason",
  word("repair video inspection"),
  "system 1",
  "the reason for the invitation",
  (c) => c.invitation.reason,
);
fact(
  "invitation.serial",
  identity,
  "system 1",
  "the serial number of the invitation",
  (c) => c.invitation.serial,
);
fact("invitation.sentAt", instant, "system 1", "the invitation", (c) => c.invitation.sentAt);

fact("plan.product", product, "system 1", "the plan", (c) => c.plan.product);
fact("plan.version", text, "system 1", "the version of the terms of the plan", (c) => c.plan.version);
fact("plan.region", region, "system 1", "the region of the plan", (c) => c.plan.region);
fact("plan.serial", identity, "system 1", "the serial number the plan is bound to", (c) => c.plan.serial);
fact(
  "plan.status",
  word("active expired exhausted cancelled"),
  "system 1",
  "the state of the plan",
  (c) => c.plan.status,
);
fact("plan.startsAt", instant, "system 1", "the start of the plan", (c) => c.plan.startsAt);
fact("plan.endsAt", instant, "system 1", "the end of the plan", (c) => c.plan.endsAt);
fact("plan.concludedAt", instant, "system 1", "the conclusion of the contract", (c) => c.plan.concludedAt);
fact("plan.uses", { type: "uses" }, "system 1", "the benefits used", (c) => c.plan.uses);
fact("plan.balance", money, "system 1", "the balance of the plan", (c) => c.plan.balance);
fact("plan.price", money, "system 1", "the price of the plan", (c) => c.plan.price);
fact("plan.claimsPaid", money, "system 1", "what has been paid for claims", (c) => c.plan.claimsPaid);
fact("plan.informed", yesNo, "system 1", "whether the holder was informed", (c) => c.plan.informed);
fact(
  "plan.expressRequest",
  yesNo,
  "system 1",
  "whether the holder asked for an immediate start",
  (c) => c.plan.expressRequest,
);
fact("plan.holder", identity, "system 1", "the holder of the plan", (c) => c.plan.holder);
fact("plan.history", list("product"), "system 1", "the earlier plans of the device", (c) => c.plan.history);

fact("incident.at", instant, "owner 2", "the incident", (c) => c.incident.at);
fact("incident.reportedAt", instant, "owner 2", "the report of the incident", (c) => c.incident.reportedAt);
fact("incident.cause", cause, "owner 2", "the cause of the damage", (c) => c.incident.cause);
fact(
  "incident.country",
  { type: "country" },
  "owner 2",
  "the country of the incident",
  (c) => c.incident.country,
);
fact("incident.parts", parts, "technician 4", "the damaged parts", (c) => c.incident.parts);
fact(
  "incident.lost",
  word("partial total"),
  "owner 2",
  "whether the device, or a part of it, is lost",
  (c) => c.incident.lost,
);
fact("incident.stolen", yesNo, "owner 2", "whether the device was stolen", (c) => c.incident.stolen);
fact("incident.abandoned", yesNo, "owner 2", "whether the device was abandoned", (c) => c.incident.abandoned);
fact(
  "incident.intentional",
  yesNo,
  "technician 5",
  "whether the damage was done on purpose",
  (c) => c.incident.intentional,
);
fact(
  "incident.cosmeticOnly",
  yesNo,
  "technician 5",
  "whether the damage affects only the looks",
  (c) => c.incident.cosmeticOnly,
);
fact(
  "incident.forceMajeure",
  yesNo,
  "technician 5",
  "whether an act of God caused the damage",
  (c) => c.incident.forceMajeure,
);
fact(
  "incident.unauthorisedParts",
  yesNo,
  "technician 5",
  "whether parts that are not approved were used",
  (c) => c.incident.unauthorisedParts,
);
fact(
  "incident.unauthorisedRepair",
  yesNo,
  "technician 5",
  "whether somebody else repaired the device",
  (c) => c.incident.unauthorisedRepair,
);
fact(
  "incident.unsuitableConditions",
  yesNo,
  "technician 5",
  "whether the conditions were unsuitable",
  (c) => c.incident.unsuitableConditions,
);
fact(
  "incident.causedBy",
  list("clause"),
  "technician 6",
  "what an assessor found to be the cause",
  (c) => c.incident.causedBy,
);
fact(
  "incident.assessedDamage",
  money,
  "technician 5",
  "the assessed damage",
  (c) => c.incident.assessedDamage,
);
fact(
  "incident.boundThroughout",
  yesNo,
  "provider 3",
  "whether the account was bound throughout",
  (c) => c.incident.boundThroughout,
);
fact("incident.flightLog", word("cloud file"), "owner 4", "the flight log", (c) => c.incident.flightLog);
fact(
  "incident.analysis",
  word("customer maker no-accident"),
  "technician 6",
  "the analysis of the incident",
  (c) => c.incident.analysis,
);

fact("claim.at", instant, "system 1", "the claim", (c) => c.claim.at);
fact("claim.region", region, "owner 2", "the region of the claim", (c) => c.claim.region);
fact("claim.currency", { type: "currency" }, "owner 2", "the currency of the claim", (c) => c.claim.currency);
fact("claim.channel", word("online quick swift"), "owner 2", "the service channel", (c) => c.claim.channel);
fact("claim.wants", word("replacement repair"), "owner 2", "what the customer wants", (c) => c.claim.wants);
fact("claim.returnedParts", parts, "technician 3", "the parts sent back", (c) => c.claim.returnedParts);
fact(
  "claim.returnedSerial",
  identity,
  "technician 3",
  "the serial number sent back",
  (c) => c.claim.returnedSerial,
);
fact("claim.returnedAt", instant, "system 1", "the return of the parts", (c) => c.claim.returnedAt);
fact("claim.shippedAt", instant, "system 1", "the shipment", (c) => c.claim.shippedAt);
fact("claim.quotedAt", instant, "system 1", "the quotation", (c) => c.claim.quotedAt);
fact("claim.paidAt", instant, "system 1", "the payment", (c) => c.claim.paidAt);

/** Every fact of `device-plan/1` by its name. */
export const vocabulary: ReadonlyMap<string, FactInfo> = new Map(rows.map((row) => [row.name, row]));

/** The row of a fact whose name has been checked. */
export function factNamed(name: string): FactInfo {
  const found = vocabulary.get(name);
  if (found === undefined) {
    throw new RangeError(`no fact is called ${name}`);
  }
  return found;
}
