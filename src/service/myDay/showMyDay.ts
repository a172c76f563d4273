import { Type } from "typebox";
import { ClaimShape, claimsByNo, toClaim } from "../../claims/index.ts";
import { Instant, read, shape } from "../../platform/index.ts";
import { doneBy, inHandsOf } from "./doneStore.ts";

/** A case that nobody has touched for so long is no longer in anybody's hands. */
const HELD_DAYS = 30;
/** Cases that are told at most. */
const TOLD = 50;

/** GET /v1/my-day: what the caller did, and which cases they have in hand. */
export const showMyDay = read({
  route: "GET /v1/my-day",
  permission: "my_day.read",
  summary: "What the caller did at the bench since an instant, and the open cases that are in their hands.",
  query: shape({ since: Instant }),
  reply: shape({
    done: shape({
      received: Type.Integer(),
      inspected: Type.Integer(),
      swapped: Type.Integer(),
      shipped: Type.Integer(),
    }),
    /** Those that they took in, looked at or swapped last, and where the bench is next; the longest first. */
    inHand: Type.Array(shape({ claim: ClaimShape, since: Instant })),
  }),
  run: async (db, { since }) => {
    const held = db.at.subtract({ hours: 24 * HELD_DAYS });
    const [done, mine] = await Promise.all([
      doneBy(db, db.caller.id, since),
      inHandsOf(db, db.caller.id, held),
    ]);
    const rows = await claimsByNo(
      db,
      mine.map(({ deviceId }) => deviceId),
      mine.map(({ no }) => no),
    );
    const claims = rows.map((row) => ({ row, claim: toClaim(row, row.dueAt ?? undefined) }));
    return {
      done,
      inHand: mine
        .flatMap(({ deviceId, no, since: from }) =>
          claims
            .filter(
              ({ row, claim }) => row.deviceId === deviceId && row.no === no && claim.next.who === "centre",
            )
            .map(({ claim }) => ({ claim, since: from.toString() })),
        )
        .slice(0, TOLD),
    };
  },
});
