import { Type } from "typebox";
import {
  createPerson,
  demandEmail,
  type Person,
  personsByIds,
  retiredAmong,
} from "../../../identity/index.ts";
import {
  accepted,
  act,
  badField,
  IdParams,
  notFound,
  readPublicId,
  shape,
  type Tx,
} from "../../../platform/index.ts";
import { refuse } from "../../refusals.ts";
import { lockedCentreOf } from "../centreStore.ts";
import {
  type Contact,
  type ContactRole,
  ContactsShape,
  contactOf,
  contactRoles,
  contactsBody,
  contactsView,
} from "../contact.ts";
import { contactsOfCentres, saveContacts } from "../contactStore.ts";

/** PUT /v1/centres/{id}/contacts: who is told of a centre's promises, over the version that was read. */
export const setContacts = act({
  route: "PUT /v1/centres/{id}/contacts",
  permission: "centre.keep",
  summary: "Sets who is told when a promise of this centre runs out; what is left out is nobody.",
  params: IdParams,
  body: shape({
    ...contactsBody,
    /** The version that was seen; 0 where nobody has set any. */
    version: Type.Integer({ minimum: 0, maximum: 2_147_483_646 }),
  }),
  reply: ContactsShape,
  run: async (tx, { id, version, desk, lead }, at) => {
    const centreId = readPublicId("cen", id)?.rootId ?? "";
    if ((await lockedCentreOf(tx, centreId)) === undefined) {
      throw notFound("centre");
    }
    const given = await demandActive(tx, { desk, lead });
    const [before] = await contactsOfCentres(tx, [centreId]);
    const was = { desk: before?.deskId ?? null, lead: before?.leadId ?? null };
    const persons = await personsByIds(tx, idsOf(was));
    const now = {
      desk: await personFor(tx, given.desk, persons.get(was.desk ?? "")),
      lead: await personFor(tx, given.lead, persons.get(was.lead ?? "")),
    };
    const saved = await saveContacts(tx, centreId, now.desk, now.lead, version, at, tx.caller.id);
    if (saved === undefined) {
      return refuse("contacts_changed_meanwhile");
    }
    // Who they are stands with their persons alone.
    const contacts = contactRoles.filter((role) => now[role] !== was[role]);
    tx.record(centreId, [{ type: "CentreContactsSet", version: saved.version, contacts }]);
    return accepted(contactsView(saved, await personsByIds(tx, idsOf(now))));
  },
});

type Given = Readonly<Partial<Record<ContactRole, Contact | undefined>>>;

const idsOf = (ids: Readonly<Record<ContactRole, string | null>>): readonly string[] =>
  Object.values(ids).filter((id) => id !== null);

/**
 * The contacts by the one form of their addresses. Errors: Problem 400 for what is no address, and for one
 * whose member was taken out: nothing would be sent there.
 */
async function demandActive(tx: Tx, given: Given): Promise<Given> {
  const named = contactRoles.flatMap((role) => {
    const contact = given[role];
    return contact === undefined
      ? []
      : [{ role, contact: { ...contact, email: demandEmail(contact.email, `/${role}/email`) } }];
  });
  const retired = await retiredAmong(
    tx,
    named.map(({ contact }) => contact.email),
  );
  const wrong = named.find(({ contact }) => retired.has(contact.email));
  if (wrong !== undefined) {
    const says = "Whoever had this address is no member any more. Name somebody who is.";
    throw badField(`/${wrong.role}/email`, "member_removed", says);
  }
  return Object.fromEntries(named.map(({ role, contact }) => [role, contact]));
}

/** Whom a contact is: who was there, unless something of them is another now. */
async function personFor(
  tx: Tx,
  contact: Contact | undefined,
  before: Person | undefined,
): Promise<string | null> {
  if (contact === undefined) {
    return null;
  }
  const { email, name = "", language = "en" } = contact;
  const known = before && contactOf(before);
  const isSame = known?.email === email && (known.name ?? "") === name && known.language === language;
  return before !== undefined && isSame
    ? before.personId
    : await createPerson(tx, { email, name, locale: language });
}
