import type { Job } from "../../platform/index.ts";
import { countStock } from "./countStock/countStock.ts";
import { followCase, followReactions } from "./followCase.ts";
import { moveUnits } from "./moveUnits/moveUnits.ts";
import { poolReads } from "./poolReads.ts";
import { reserveUnit } from "./reserveUnit/reserveUnit.ts";
import { reverseSwap } from "./reverseSwap/reverseSwap.ts";
import { serveReactions, serveWaiting } from "./serveWaiting.ts";
import { setSuccessors } from "./setSuccessors/setSuccessors.ts";
import { sortUnit } from "./sortUnit/sortUnit.ts";
import { takeInUnits } from "./takeInUnits/takeInUnits.ts";

export { countStock } from "./countStock/countStock.ts";
export { giveUnit, modelsFor } from "./giveUnit.ts";
export { listStock } from "./listStock.ts";
export { listUnits } from "./listUnits.ts";
export { listWaits } from "./listWaits.ts";
export { moveUnits } from "./moveUnits/moveUnits.ts";
export { refuse as refusePool } from "./refusals.ts";
export { reserveUnit } from "./reserveUnit/reserveUnit.ts";
export { reverseSwap } from "./reverseSwap/reverseSwap.ts";
export { setSuccessors } from "./setSuccessors/setSuccessors.ts";
export { showReplacement } from "./showReplacement.ts";
export { showUnit } from "./showUnit.ts";
export { sortUnit } from "./sortUnit/sortUnit.ts";
export { takeInUnits } from "./takeInUnits/takeInUnits.ts";
export { unitBySerial } from "./unitStore.ts";

/** What the pool serves, does and follows. */
export const ofPool = {
  routes: [
    ...[takeInUnits, moveUnits, sortUnit, countStock, setSuccessors, reserveUnit, reverseSwap],
    ...poolReads,
  ],
  jobs: [followCase as unknown as Job<never>, serveWaiting as unknown as Job<never>],
  reactions: [...followReactions, ...serveReactions],
};
