import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";

export type Parcel = ReplyOf<"listParcels">["data"][number];
export type SupplierOrder = ReplyOf<"listSupplierOrders">["data"][number];

/** What the screens of goods on their way read. */
export const parcelQueries = {
  parcels: (question: CommandOf<"listParcels">) =>
    queryOptions({
      queryKey: ["parcels", "list", question],
      queryFn: ({ signal }) => client.listParcels(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  supplierOrders: (question: CommandOf<"listSupplierOrders">) =>
    queryOptions({
      queryKey: ["parcels", "supplier-orders", question],
      queryFn: ({ signal }) => client.listSupplierOrders(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  supplierOrder: (id: string) =>
    queryOptions({
      queryKey: ["parcels", "supplier-order", id],
      queryFn: ({ signal }) => client.showSupplierOrder({ id }, { signal }),
    }),
};

/** Reads again whatever of them is on the screen. */
export async function readParcelsAgain(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ["parcels"] });
}
