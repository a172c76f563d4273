import { useQuery } from "@tanstack/react-query";
import { queries } from "../queries.ts";
import { countsOf, mixedStates, type TabName } from "./tabs.ts";

/** How many claims wait in each tab. Those of two tabs are looked at themselves, while they are few. */
export function useTabCounts(
  counts: Readonly<Record<string, number>> | undefined,
): Readonly<Partial<Record<TabName, number>>> {
  const { data } = useQuery({
    ...queries.claims({ state: mixedStates.join(","), limit: 200 }),
    enabled: mixedStates.some((state) => (counts?.[state] ?? 0) > 0),
  });
  return countsOf(counts, data === undefined || data.nextCursor !== null ? undefined : data.data);
}
