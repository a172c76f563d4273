import { analyseFlight } from "./analyseFlight/analyseFlight.ts";
import { confirmDelivery } from "./confirmDelivery/confirmDelivery.ts";
import { handOverDevice } from "./handOverDevice/handOverDevice.ts";
import { inspectDevice } from "./inspectDevice/inspectDevice.ts";
import { receiveDevice } from "./receiveDevice/receiveDevice.ts";
import { replaceDevice } from "./replaceDevice/replaceDevice.ts";
import { shipDevice } from "./shipDevice/shipDevice.ts";
import { showClaim } from "./showClaim.ts";
import { switchChannel } from "./switchChannel/switchChannel.ts";

/** From the device that came in to the one that leaves. */
export const benchRoutes = [
  showClaim,
  receiveDevice,
  inspectDevice,
  analyseFlight,
  replaceDevice,
  shipDevice,
  handOverDevice,
  confirmDelivery,
  switchChannel,
];
