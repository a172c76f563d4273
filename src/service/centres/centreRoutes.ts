import { addCentre } from "./addCentre/addCentre.ts";
import { listCentreHistory } from "./listCentreHistory.ts";
import { listCentres } from "./listCentres.ts";
import { listSlots } from "./listSlots.ts";
import { reviseCentre } from "./reviseCentre/reviseCentre.ts";
import { setContacts } from "./setContacts/setContacts.ts";
import { showCentre } from "./showCentre.ts";
import { showContacts } from "./showContacts.ts";

/** Where centres are kept and asked about. */
export const centreRoutes = [
  ...[listCentres, showCentre, listSlots, addCentre, reviseCentre, listCentreHistory],
  ...[showContacts, setContacts],
];
