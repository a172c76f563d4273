import { listStock } from "./listStock.ts";
import { listUnits } from "./listUnits.ts";
import { listWaits } from "./listWaits.ts";
import { showReplacement } from "./showReplacement.ts";
import { showUnit } from "./showUnit.ts";

/** What may be seen of the pool. */
export const poolReads = [listUnits, showUnit, listStock, listWaits, showReplacement];
