import type { Queryable, Tx } from "../platform/index.ts";
import { demandEmail } from "./email.ts";
import { createPerson, type Person, personsByIds } from "./person.ts";
import { selectManagers, selectPersonsNamed, selectRetired } from "./store.ts";

/** Somebody of ours whom letters go to: how they are greeted is for nobody else to say. */
interface OfOurs {
  readonly email: string;
  readonly name: string;
}

/**
 * The managers of today as persons, whom letters go to, by their own names: as they are known, else written
 * down. By address.
 */
export async function managersToTell(tx: Tx): Promise<readonly Person[]> {
  return await personsToTell(tx, await selectManagers(tx));
}

/** Who reads the mail of an address of ours that is nobody's own: greeted without a name. */
export async function mailboxToTell(tx: Tx, email: string): Promise<Person | undefined> {
  const [person] = await personsToTell(tx, [{ email: demandEmail(email), name: "" }]);
  return person;
}

async function personsToTell(tx: Tx, all: readonly OfOurs[]): Promise<readonly Person[]> {
  const ours = all.map(({ email, name }) => ({ email, name: name.normalize("NFC").trim() }));
  const rows =
    ours.length === 0
      ? []
      : await selectPersonsNamed(
          tx,
          ours.map(({ email }) => email),
          ours.map(({ name }) => name),
        );
  const known = new Map(rows.map(({ email, personId }) => [email, personId]));
  const ids: string[] = [];
  for (const one of ours) {
    ids.push(known.get(one.email) ?? (await createPerson(tx, one)));
  }
  const persons = await personsByIds(tx, ids);
  return ids.flatMap((id) => persons.get(id) ?? []);
}

/** Those of these addresses whose member was taken out and has no role any more. */
export async function retiredAmong(db: Queryable, emails: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = emails.length === 0 ? [] : await selectRetired(db, emails);
  return new Set(rows.map(({ email }) => email));
}
