import type { FactInfo } from "../factTypes.ts";
import { country, fact, identity, instant, list, number, product, region, word, yesNo } from "./fact.ts";

/** The code, the order it was sold on, who holds the contract, and invitations to activate after all. */
export const saleFacts: readonly FactInfo[] = [
  fact(
    "code.state",
    word("stock sold redeemed void expired"),
    "registry 1",
    "the state of the code",
    (c) => c.code.state,
  ),
  fact("code.product", product, "registry 1", "the plan of the code", (c) => c.code.product),
  fact("code.models", list("model"), "registry 1", "the models the code is for", (c) => c.code.models),
  fact("code.region", region, "registry 1", "the region of the code", (c) => c.code.region),
  fact("code.soldAt", instant, "registry 1", "the sale of the code", (c) => c.code.soldAt),
  fact("code.deliveredAt", instant, "registry 1", "the delivery of the code", (c) => c.code.deliveredAt),
  fact(
    "order.includesDevice",
    yesNo,
    "system 1",
    "whether the device is on the same order",
    (c) => c.order.includesDevice,
  ),
  fact(
    "order.coversAllDevices",
    yesNo,
    "system 1",
    "whether the order has a plan for each of its devices",
    (c) => c.order.coversAllDevices,
  ),
  fact("order.devices", number, "system 1", "the devices of the order", (c) => c.order.devices),
  fact("order.quotedAt", instant, "system 1", "the quotation of the plan", (c) => c.order.quotedAt),
  fact(
    "order.channel",
    word("shop distance"),
    "system 1",
    "where the plan was bought",
    (c) => c.order.channel,
  ),
  fact("holder.country", country, "owner 2", "the holder's country", (c) => c.holder.country),
  fact("holder.state", { type: "state" }, "owner 2", "the holder's state", (c) => c.holder.state),
  fact("holder.age", number, "owner 2", "the holder's age", (c) => c.holder.age),
  fact("holder.kind", word("consumer business"), "owner 2", "whom the plan is for", (c) => c.holder.kind),
  fact(
    "holder.isFirstBuyer",
    yesNo,
    "owner 2",
    "whether the holder bought the device new",
    (c) => c.holder.isFirstBuyer,
  ),
  fact(
    "invitation.reason",
    word("repair video inspection"),
    "system 1",
    "the reason for the invitation",
    (c) => c.invitation.reason,
  ),
  fact(
    "invitation.serial",
    identity,
    "system 1",
    "the serial number of the invitation",
    (c) => c.invitation.serial,
  ),
  fact("invitation.sentAt", instant, "system 1", "the invitation", (c) => c.invitation.sentAt),
];
