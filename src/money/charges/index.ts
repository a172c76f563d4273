export { captureCharges } from "./captureCharge.ts";
export {
  attemptsOf,
  type ListedCharge,
  pageOfCharges,
  sourcesOf,
  transferOf,
} from "./chargeListStore.ts";
export { chargeMatter } from "./chargeMatter.ts";
