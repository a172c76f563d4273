import type { Queryable, Tx } from "../platform/index.ts";
import { createPerson, type Person, personsByIds } from "./person.ts";
import { selectManagersAsPersons, selectRetired } from "./store.ts";

/**
 * The managers of today as persons, whom letters go to: as they are known, else written down. By address.
 */
export async function managersToTell(tx: Tx): Promise<readonly Person[]> {
  const managers = await selectManagersAsPersons(tx);
  const ids: string[] = [];
  for (const { personId, email, name } of managers) {
    ids.push(personId ?? (await createPerson(tx, { email, name })));
  }
  const persons = await personsByIds(tx, ids);
  return ids.flatMap((id) => persons.get(id) ?? []);
}

/** Those of these addresses whose member was taken out and has no role any more. */
export async function retiredAmong(db: Queryable, emails: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = emails.length === 0 ? [] : await selectRetired(db, emails);
  return new Set(rows.map(({ email }) => email));
}
