import { useQuery } from "@tanstack/react-query";
import { queries } from "../queries.ts";
import { claimsOf, type TabName } from "./queueTabs.tsx";

/** How many paid claims wait for a swap and how many for their parcel; the counts by state do not tell. */
export function usePaidCounts(
  counts: Readonly<Record<string, number>> | undefined,
): Readonly<Partial<Record<TabName, number>>> {
  const { data } = useQuery({
    ...queries.claims({ state: "paid", limit: 200 }),
    enabled: (counts?.paid ?? 0) > 0,
  });
  if (counts === undefined || data === undefined || data.nextCursor !== null) {
    return {};
  }
  const swap = claimsOf("swap", data.data).length;
  return { swap, ship: claimsOf("ship", data.data).length + (counts.replaced ?? 0) };
}
