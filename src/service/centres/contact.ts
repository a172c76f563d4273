import { type Static, Type } from "typebox";
import { type Person, personsByIds } from "../../identity/index.ts";
import { Email, line, type Queryable, shape } from "../../platform/index.ts";
import { type ContactRow, contactsOfCentres } from "./contactStore.ts";

/** Who is told of a centre's promises: where its work is done, and who leads it. */
export const contactRoles = ["desk", "lead"] as const;
export type ContactRole = (typeof contactRoles)[number];

/** An address of ours that letters go to. */
export const ContactShape = shape({
  email: Email,
  /** How a letter greets. */
  name: Type.Optional(line(120)),
  /** The language it reads, where a letter has a wording in it: two letters. */
  language: Type.Optional(Type.String({ pattern: "^[a-z]{2}$" })),
});
export type Contact = Static<typeof ContactShape>;

export const contactsBody = {
  desk: Type.Optional(ContactShape),
  lead: Type.Optional(ContactShape),
};

/** The contacts of a centre as managers see them. */
export const ContactsShape = shape({
  ...contactsBody,
  /** 0 where nobody has set any. */
  version: Type.Integer(),
});
export type ContactsView = Static<typeof ContactsShape>;

/** The contacts of a centre as they are shown; undefined persons are nobody. */
export function contactsView(
  row: ContactRow | undefined,
  persons: ReadonlyMap<string, Person>,
): ContactsView {
  const told = (id: string | null | undefined): Contact | undefined => {
    const person = id == null ? undefined : persons.get(id);
    return person && contactOf(person);
  };
  const [desk, lead] = [told(row?.deskId), told(row?.leadId)];
  return { ...(desk && { desk }), ...(lead && { lead }), version: row?.version ?? 0 };
}

/** A person as a contact. */
export function contactOf({ email, name, locale }: Person): Contact {
  return { email, ...(name === "" ? {} : { name }), language: locale.slice(0, 2) };
}

/** Whom we tell of each of these centres. */
export type CentreContacts = Readonly<Partial<Record<ContactRole, Person>>>;

/** The persons behind the contacts of these centres, by centre. */
export async function contactsOf(
  db: Queryable,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, CentreContacts>> {
  const rows = await contactsOfCentres(db, [...new Set(centreIds)]);
  const ids = rows.flatMap(({ deskId, leadId }) => [deskId, leadId].filter((id) => id !== null));
  const persons = await personsByIds(db, ids);
  return new Map(
    rows.map(({ centreId, deskId, leadId }) => {
      const [desk, lead] = [persons.get(deskId ?? ""), persons.get(leadId ?? "")];
      return [centreId, { ...(desk && { desk }), ...(lead && { lead }) }];
    }),
  );
}
