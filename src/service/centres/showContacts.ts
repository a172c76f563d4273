import { personsByIds } from "../../identity/index.ts";
import { IdParams, read } from "../../platform/index.ts";
import { ContactsShape, contactsView } from "./contact.ts";
import { contactsOfCentres } from "./contactStore.ts";
import { demandedCentre } from "./showCentre.ts";

/** GET /v1/centres/{id}/contacts: who is told when a promise of a centre runs out. */
export const showContacts = read({
  route: "GET /v1/centres/{id}/contacts",
  permission: "contact.read",
  summary: "Who is told when a promise of this centre runs out: its desk, and who leads it.",
  params: IdParams,
  reply: ContactsShape,
  run: async (db, { id }) => {
    const { centreId } = await demandedCentre(db, id);
    const [row] = await contactsOfCentres(db, [centreId]);
    const ids = [row?.deskId, row?.leadId].filter((each) => each != null);
    return contactsView(row, await personsByIds(db, ids));
  },
});
