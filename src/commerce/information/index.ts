export { informationIn } from "./informationIn.ts";
export {
  type Information,
  InformationSchema,
  type InformationView,
  informationOf,
  informationView,
  type OrderShown,
} from "./informationOf.ts";
export { shownInformation } from "./informationStore.ts";
export { orderShown } from "./orderShown.ts";
export { type InformationFacts, precontractInformation, type Section } from "./precontractInformation.ts";
export { printInformation } from "./printInformation.ts";
export { showInformation } from "./showInformation.ts";
