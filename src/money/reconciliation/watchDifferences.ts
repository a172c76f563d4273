import type { Platform } from "../../platform/index.ts";
import { causeNames, moneyCauses } from "./causes.ts";
import { PATIENCE_DAYS } from "./days.ts";
import { countOpen } from "./differenceStore.ts";

/** Shows in the metrics what is open: by which money may be missing, and all that is open for too long. */
export function watchDifferences({ metrics, database, clock }: Platform): void {
  metrics.watch(
    "evermend_differences_of_money",
    "Open differences between others' reports and our books by which money may be missing",
    async () => (await countOpen(database, moneyCauses, clock.now())).open,
  );
  metrics.watch(
    "evermend_differences_old",
    `Differences of any cause that are open for more than ${PATIENCE_DAYS} days`,
    async () =>
      (await countOpen(database, causeNames, clock.now().subtract({ hours: 24 * PATIENCE_DAYS }))).open,
  );
}
