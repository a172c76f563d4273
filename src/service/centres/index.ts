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
export {
  addressOf,
  centreOfClaim,
  centreReactions,
  centresOfEach,
  designateCentre,
  heldCentres,
  stampOf,
} from "./centreOfClaim.ts";
export { centreRoutes } from "./centreRoutes.ts";
export {
  allCentres,
  CENTRE,
  centreOf,
  centresOfClaims,
  heldCentreOf,
  lockedCentreOf,
} from "./centreStore.ts";
export { type CentreContacts, type ContactRole, contactsOf } from "./contact.ts";
export { designatedCentre } from "./designatedCentre.ts";
export { benchesFor, type CentreNeed, unfitOf, unfitSays } from "./fitOf.ts";
export { holidaysOf } from "./holidaysOf.ts";
export { listCentreHistory } from "./listCentreHistory.ts";
export { listCentres, needOf } from "./listCentres.ts";
export { freeDays, listSlots } from "./listSlots.ts";
export { openingsOn } from "./openingsOn.ts";
export { reviseCentre } from "./reviseCentre/reviseCentre.ts";
export { seedCentres } from "./seedCentres.ts";
export { setContacts } from "./setContacts/setContacts.ts";
export { demandedCentre, showCentre } from "./showCentre.ts";
export { showContacts } from "./showContacts.ts";
export { bookable, type Slot, STAFF_RULES } from "./slotsOn.ts";
