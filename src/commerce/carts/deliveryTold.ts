import { type Static, Type } from "typebox";
import type { PostalAddress } from "../../identity/index.ts";
import { badField, line, shape } from "../../platform/index.ts";
import { isPickupPoint } from "../carriers/index.ts";
import { deliveryOptions } from "../order.ts";
import { addressFault } from "./addressForms.ts";

/** An address as its buyer writes it. Which parts it needs depends on the country. */
export const AddressTold = shape({
  line1: line(200),
  line2: Type.Optional(line(200)),
  postcode: Type.Optional(line(20)),
  city: line(100),
  state: Type.Optional(line(60)),
});

/** How an order is to be delivered. */
export const DeliveryTold = shape({
  option: Type.Enum([...deliveryOptions]),
  /** To the door: where that is, in the buyer's country. Invoices name it where it is told with codes. */
  address: Type.Optional(AddressTold),
  /** The carrier's id of the pickup point. */
  pickupPoint: Type.Optional(line(60)),
});
export type DeliveryTold = Static<typeof DeliveryTold>;

/**
 * The address of a delivery; undefined where it needs none. Errors: Problem 400 that names the part: goods
 * need an address or a pickup point, codes alone go by mail, and each country has its own form of address.
 */
export function demandDelivery(
  { option, address, pickupPoint }: DeliveryTold,
  { country, hasGoods }: { readonly country: string; readonly hasGoods: boolean },
): PostalAddress | undefined {
  if (hasGoods !== (option !== "email")) {
    const says = hasGoods
      ? "Goods come to your door (home) or to a pickup point (pickup)."
      : "Codes come by mail (email): nothing is sent.";
    throw badField("/delivery/option", hasGoods ? "goods_need_delivery" : "codes_go_by_mail", says);
  }
  if (option === "home" && address === undefined) {
    throw badField("/delivery/address", "address_missing", "Say where the goods are to be brought.");
  }
  if ((option === "pickup") !== (pickupPoint !== undefined)) {
    const says =
      option === "pickup" ? "Choose a pickup point." : "Only a delivery to one has a pickup point.";
    throw badField("/delivery/pickupPoint", "pickup_point", says);
  }
  if (pickupPoint !== undefined && !isPickupPoint(country, pickupPoint)) {
    const says = "Parcels cannot be fetched there: choose a point of GET /v1/pickup-points of your country.";
    throw badField("/delivery/pickupPoint", "unknown_pickup_point", says);
  }
  const fault = address === undefined ? undefined : addressFault(country, address);
  if (fault !== undefined) {
    throw badField(`/delivery/address/${fault.part}`, fault.code, fault.says);
  }
  return address === undefined ? undefined : { ...address, postcode: address.postcode ?? "" };
}
