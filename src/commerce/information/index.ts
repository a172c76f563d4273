export {
  type Information,
  InformationSchema,
  type InformationView,
  informationOf,
  informationView,
  type OrderShown,
} from "./informationOf.ts";
export { keepShown, shownInformation } from "./informationStore.ts";
export { type InformationFacts, precontractInformation, type Section } from "./precontractInformation.ts";
export { printInformation } from "./printInformation.ts";
