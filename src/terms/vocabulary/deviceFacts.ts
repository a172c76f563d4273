import type { FactInfo } from "../factTypes.ts";
import { believedActivation } from "./activation.ts";
import { fact, identity, instant, model, money, number, product, region, text, word, yesNo } from "./fact.ts";

const group = word("aircraft gimbal handheld camera controller other phone tablet laptop watch bike");

/** The device as it is known now. */
export const deviceFacts: readonly FactInfo[] = [
  fact("device.serial", identity, "owner 2", "the serial number of the device", (c) => c.device.serial),
  fact("device.model", model, "owner 2", "the model of the device", (c) => c.device.model),
  fact("device.series", { type: "series" }, "owner 2", "the series of the device", (c) => c.series),
  fact("device.group", group, "registry 1", "the group of the device", (c) => c.group),
  fact("device.region", region, "owner 2", "the region of the device", (c) => c.device.region),
  fact("device.activatedAt", instant, "registry 3", "the first activation of the device", believedActivation),
  fact("device.purchasedAt", instant, "owner 3", "the purchase of the device", (c) => c.device.purchasedAt),
  fact("device.shippedAt", instant, "registry 1", "the shipment of the device", (c) => c.device.shippedAt),
  fact("device.priceBand", text, "registry 1", "the price band of the device", (c) => c.device.priceBand),
  fact(
    "device.warrantyEndsAt",
    instant,
    "registry 1",
    "the end of the maker's warranty",
    (c) => c.device.warrantyEndsAt,
  ),
  fact("device.plan", product, "system 1", "the plan of the device", (c) => c.device.plan),
  fact(
    "device.everBound",
    yesNo,
    "system 1",
    "whether a plan was ever bound to the device",
    (c) => c.device.everBound,
  ),
  fact(
    "device.monthsCovered",
    number,
    "system 1",
    "the months the device has been covered",
    (c) => c.device.monthsCovered,
  ),
  fact(
    "device.replacedBy",
    identity,
    "system 1",
    "the unit that replaced the device",
    (c) => c.device.replacedBy,
  ),
  fact("device.modified", yesNo, "technician 5", "whether the device was modified", (c) => c.device.modified),
  fact(
    "device.manufacturedAt",
    instant,
    "registry 1",
    "the making of the device",
    (c) => c.device.manufacturedAt,
  ),
  fact("device.deliveredAt", instant, "owner 3", "the delivery of the device", (c) => c.device.deliveredAt),
  fact(
    "device.channel",
    word("authorised other"),
    "registry 1",
    "where the device was bought",
    (c) => c.device.channel,
  ),
  fact(
    "device.proofOfPurchase",
    yesNo,
    "owner 3",
    "whether there is proof of purchase",
    (c) => c.device.proofOfPurchase,
  ),
  fact("device.price", money, "registry 1", "the price of the device", (c) => c.device.price),
  fact("device.batteryHealth", number, "technician 3", "the battery's health", (c) => c.device.batteryHealth),
  fact(
    "device.qualifyingRepairs",
    number,
    "system 1",
    "the repairs that count towards a replacement",
    (c) => c.device.qualifyingRepairs,
  ),
];
