export { addCentre } from "./addCentre/addCentre.ts";
export {
  type Bench,
  type Centre,
  type CentreGiven,
  CentreSchema,
  type CentreView,
  centreBody,
  centreView,
  reachedBy,
  weekdays,
} from "./centre.ts";
export { addressOf, centreOfClaim, centreReactions, designateCentre } from "./centreOfClaim.ts";
export { centreRoutes } from "./centreRoutes.ts";
export {
  allCentres,
  centreOf,
  heldCentreOf,
  lockedCentreOf,
  redesignate,
  undesignate,
} from "./centreStore.ts";
export { designatedCentre } from "./designatedCentre.ts";
export { benchesFor, type CentreNeed, unfitOf, unfitSays } from "./fitOf.ts";
export { listCentreHistory } from "./listCentreHistory.ts";
export { listCentres, needOf } from "./listCentres.ts";
export { freeDays, listSlots } from "./listSlots.ts";
export { reviseCentre } from "./reviseCentre/reviseCentre.ts";
export { seedCentres } from "./seedCentres.ts";
export { demandedCentre, showCentre } from "./showCentre.ts";
export { bookable, type Slot } from "./slotsOn.ts";
