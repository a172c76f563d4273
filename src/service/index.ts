import type { Witness } from "../money/index.ts";
import type { Module } from "../platform/index.ts";
import { inspectDevice } from "./inspectDevice/inspectDevice.ts";
import { parcels } from "./parcelStore.ts";
import { receiveDevice } from "./receiveDevice/receiveDevice.ts";
import { replaceDevice } from "./replaceDevice/replaceDevice.ts";
import { shipDevice } from "./shipDevice/shipDevice.ts";
import { showClaim } from "./showClaim.ts";

export { inspectDevice } from "./inspectDevice/inspectDevice.ts";
export { receiveDevice } from "./receiveDevice/receiveDevice.ts";
export { replaceDevice } from "./replaceDevice/replaceDevice.ts";
export { shipDevice } from "./shipDevice/shipDevice.ts";
export { ClaimPage, showClaim } from "./showClaim.ts";
export { type Shipment, type Swap, shipmentsOf, swapOf } from "./store.ts";

/** What is done at the bench to the device of a claim. */
export const service: Module & Witness = {
  name: "service",
  parcels,
  routes: [showClaim, receiveDevice, inspectDevice, replaceDevice, shipDevice],
};
