import { Type } from "typebox";
import { normaliseSerial } from "../../../contracts/index.ts";
import { accepted, act, newId, Serial, shape } from "../../../platform/index.ts";
import { demandPlace, PlaceTold } from "../placeTold.ts";
import { saveUnits } from "../saveUnits.ts";
import { insertStockTake, lockedUnits, unitsAt } from "../unitStore.ts";
import { judgeCount } from "./judgeCount.ts";

/**
 * POST /v1/stock-takes: everything at a place was scanned. What the books had elsewhere is here from now on;
 * what is missing stays in the books until somebody says what became of it.
 */
export const countStock = act({
  route: "POST /v1/stock-takes",
  permission: "pool.keep",
  summary: "Counts a place: what is missing there, what is strange, and what was thought elsewhere.",
  body: shape({ ...PlaceTold, serials: Type.Array(Serial, { maxItems: 2000 }) }),
  reply: shape({
    counted: Type.Integer(),
    missing: Type.Array(Type.String()),
    strange: Type.Array(Type.String()),
    moved: Type.Array(Type.String()),
  }),
  dryRun: true,
  run: async (tx, { serials, ...told }, at) => {
    const place = await demandPlace(tx, told, "");
    const scanned = [...new Set(serials.map(normaliseSerial))];
    const known = await lockedUnits(tx, scanned);
    const here = await unitsAt(tx, place.centreId, place.shelf);
    const { missing, strange, moved } = judgeCount(scanned, { here, known }, place);
    const takeId = newId(at);
    await saveUnits(
      tx,
      moved.map((unit) => ({
        before: unit,
        after: { ...unit, ...place },
        why: { cause: `counted/${takeId}` },
      })),
    );
    const movedSerials = moved.map(({ serial }) => serial);
    const counted = [scanned.length, missing, strange, movedSerials];
    await insertStockTake(tx, takeId, place.centreId, place.shelf, ...counted, at, tx.caller.id);
    return accepted({
      ...{ counted: scanned.length, missing: [...missing], strange: [...strange] },
      moved: movedSerials,
    });
  },
});
