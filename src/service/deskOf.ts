import { Type } from "typebox";
import { mismatchKinds } from "../claims/index.ts";
import { isOwner } from "../identity/index.ts";
import { Instant, type ReadContext, shape } from "../platform/index.ts";
import { placeOf } from "./bins/index.ts";
import { mismatchChoices } from "./reportMismatch/decideReportMismatch.ts";
import { mismatchesOf } from "./reportMismatch/mismatchStore.ts";

/** What the intake has to say of a case, beside its parcels. */
export const deskShape = {
  /** Where its parts lie at the bench. Left out for owners. */
  place: Type.Optional(Type.String()),
  /** What came otherwise than it was awaited, oldest first. */
  mismatches: Type.Array(
    shape({
      kinds: Type.Array(Type.Enum([...mismatchKinds])),
      missing: Type.Array(Type.String()),
      choice: Type.Enum([...mismatchChoices]),
      reason: Type.String(),
      at: Instant,
    }),
  ),
};

const Desk = shape(deskShape);
type Desk = Type.Static<typeof Desk>;

/** The same of one case. */
export async function deskOf(db: ReadContext, deviceId: string, no: number): Promise<Desk> {
  const [lies, found] = await Promise.all([placeOf(db, deviceId, no), mismatchesOf(db, deviceId, no)]);
  const toOwner = isOwner(db.caller);
  return {
    ...(lies === undefined || toOwner ? {} : { place: lies.place }),
    mismatches: found.map(({ kinds, missing, choice, reason, at }) => ({
      ...{ kinds: kinds as Desk["mismatches"][number]["kinds"], missing: [...missing] },
      ...{ choice, reason, at: at.toString() },
    })),
  };
}
