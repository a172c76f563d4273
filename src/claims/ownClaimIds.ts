import { ownSightOf, personsInSight } from "../identity/index.ts";
import { publicId, type ReadContext } from "../platform/index.ts";
import { claimsOfPersons } from "./listStore.ts";

/** The public ids of the claims that the caller reported, or of contracts the caller held then. */
export async function ownClaimIds(db: ReadContext): Promise<readonly string[]> {
  const persons = await personsInSight(db, ownSightOf(db.caller));
  const own = persons.size === 0 ? [] : await claimsOfPersons(db, [...persons]);
  return own.map(({ deviceId, no }) => publicId("clm", deviceId, no));
}
