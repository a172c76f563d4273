import { mailboxToTell, managersToTell, type Person, retiredAmong } from "../../identity/index.ts";
import type { Tx } from "../../platform/index.ts";
import { contactsOf } from "../../service/index.ts";
import type { Reach } from "./addresseesOf.ts";

/** Who could be told of what these centres have, and of what none has: those who are still with us. */
export async function reachOf(
  tx: Tx,
  centreIds: readonly string[],
): Promise<(centreId: string | undefined) => Reach> {
  const { officeMail } = tx.platform.config;
  const [contacts, managers, office] = [
    await contactsOf(tx, centreIds),
    await managersToTell(tx),
    officeMail === undefined ? undefined : await mailboxToTell(tx, officeMail),
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
