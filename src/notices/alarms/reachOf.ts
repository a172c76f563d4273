import {
  createPerson,
  managersToTell,
  type Person,
  personIdsOf,
  personOf,
  retiredAmong,
} from "../../identity/index.ts";
import type { Tx } from "../../platform/index.ts";
import { contactsOf } from "../../service/index.ts";
import type { Reach } from "./addresseesOf.ts";

/** Who could be told of what these centres have, and of what none has: those who are still with us. */
export async function reachOf(
  tx: Tx,
  centreIds: readonly string[],
): Promise<(centreId: string | undefined) => Reach> {
  const [contacts, managers, office] = [
    await contactsOf(tx, centreIds),
    await managersToTell(tx),
    await officeOf(tx),
  ];
  const named = [...contacts.values()].flatMap(({ desk, lead }) => [desk, lead]);
  const emails = [...named, office].flatMap((person) => person?.email ?? []);
  const retired = await retiredAmong(tx, emails);
  const active = (person: Person | undefined) =>
    person === undefined || retired.has(person.email) ? undefined : person;
  return (centreId) => {
    const { desk, lead } = contacts.get(centreId ?? "") ?? {};
    return { desk: active(desk), lead: active(lead), office: active(office), managers };
  };
}

/** Who reads the office's mail, written down where that is new. */
async function officeOf(tx: Tx): Promise<Person | undefined> {
  const email = tx.platform.config.officeMail?.toLowerCase();
  if (email === undefined) {
    return undefined;
  }
  const [known] = await personIdsOf(tx, email);
  return await personOf(tx, known ?? (await createPerson(tx, { email, name: "" })));
}
