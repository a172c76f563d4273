import { Type } from "typebox";
import { normaliseSerial } from "../../../contracts/index.ts";
import { accepted, act, badField, line, Serial, shape } from "../../../platform/index.ts";
import { demandPlace, PlaceTold } from "../placeTold.ts";
import { refuse } from "../refusals.ts";
import { saveUnits } from "../saveUnits.ts";
import { isPresent } from "../spareUnit.ts";
import { lockedUnits } from "../unitStore.ts";

/** POST /v1/spare-units/moves: units go to another place. What is there already stays. */
export const moveUnits = act({
  route: "POST /v1/spare-units/moves",
  permission: "pool.keep",
  summary: "Moves units to another centre or shelf.",
  body: shape({
    serials: Type.Array(Serial, { minItems: 1, maxItems: 200 }),
    to: shape(PlaceTold),
    reason: Type.Optional(line(200)),
  }),
  reply: shape({ moved: Type.Integer() }),
  run: async (tx, { serials, to, reason }) => {
    const wanted = serials.map(normaliseSerial);
    const [place, units] = [await demandPlace(tx, to, "/to"), await lockedUnits(tx, wanted)];
    const bySerial = new Map(units.map((unit) => [unit.serial, unit]));
    const strange = wanted.findIndex((serial) => !bySerial.has(serial));
    if (strange >= 0) {
      throw badField(`/serials/${strange}`, "unknown_unit", `The pool has no unit ${wanted[strange]}.`);
    }
    if (units.some(({ state }) => !isPresent(state))) {
      return refuse("unit_not_here");
    }
    const away = units.filter(({ centreId, shelf }) => centreId !== place.centreId || shelf !== place.shelf);
    const saved = await saveUnits(
      tx,
      away.map((unit) => ({
        before: unit,
        after: { ...unit, ...place },
        why: { cause: `moved/${unit.lastMove}`, note: reason },
      })),
    );
    return accepted({ moved: saved.size });
  },
});
