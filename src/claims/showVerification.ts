import { ownSightOf, personsInSight } from "../identity/index.ts";
import { IdParams, type ReadContext, read } from "../platform/index.ts";
import {
  readOwnVerification,
  VerificationShape,
  verificationId,
  verificationsOfPersons,
  verificationView,
} from "./verifications/index.ts";

/** GET /v1/verifications/{id}: its clips, what was said of them, and the invitation that came of it. */
export const showVerification = read({
  route: "GET /v1/verifications/{id}",
  permission: "verification.read",
  summary: "Shows a verification: what is filmed and asked for, what was decided, and until when",
  params: IdParams,
  reply: VerificationShape,
  run: async (db, { id }) => await verificationView(db, await readOwnVerification(db, id)),
});

/** The public ids of the verifications that the caller asked for. */
export async function ownVerificationIds(db: ReadContext): Promise<readonly string[]> {
  const persons = await personsInSight(db, ownSightOf(db.caller));
  const own = persons.size === 0 ? [] : await verificationsOfPersons(db, [...persons]);
  return own.map(verificationId);
}
