export { captureCharge } from "./captureCharge.ts";
export { chargeMatter } from "./chargeMatter.ts";
