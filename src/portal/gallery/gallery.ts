import { claimSamples } from "./claimSamples.ts";
import { coverSamples } from "./coverSamples.ts";
import { moneySamples } from "./moneySamples.ts";
import { oldDeviceSamples } from "./oldDeviceSamples.ts";
import { ownerSamples } from "./ownerSamples.ts";
import { photoSamples } from "./photoSamples.ts";
import { reportSamples } from "./reportSamples.ts";
import { shopSamples } from "./shopSamples.ts";
import { videoCheckSamples } from "./videoCheckSamples.ts";
import { visitSamples } from "./visitSamples.ts";
import { withdrawSamples } from "./withdrawSamples.ts";

/** Every page of the portal with a model that shows it at work. */
export const gallery = [
  ...coverSamples,
  ...reportSamples,
  ...claimSamples,
  ...photoSamples,
  ...ownerSamples,
  ...videoCheckSamples,
  ...visitSamples,
  ...oldDeviceSamples,
  ...moneySamples,
  ...withdrawSamples,
  ...shopSamples,
];
