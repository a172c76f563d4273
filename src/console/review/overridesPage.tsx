import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { useListSearch } from "../parts/index.ts";
import { review as words } from "../words/en/review.ts";
import { overrideColumns } from "./overrideColumns.tsx";
import { ReviewList } from "./reviewList.tsx";
import { reviewQueries } from "./reviewQueries.ts";

const reasons = Object.entries(words.reasons).map(([value, label]) => ({ value, label }));

/** What staff gave beyond the terms, and what waits for a second person. */
export function OverridesPage() {
  const { search, onFilter } = useListSearch();
  const { state, reason, after } = search;
  const filter = { ...(state && { state }), ...(reason && { reason }) } as CommandOf<"listOverrides">;
  const query = useQuery(reviewQueries.overrides({ limit: 50, ...filter, ...(after && { after }) }));
  return (
    <ReviewList
      title={words.overrides}
      query={query}
      columns={overrideColumns}
      whole={() => everyRow(client.listOverrides, filter)}
      states={words.overrideStates}
      empty={[words.overridesEmpty, words.overridesNone]}
      filters={
        <NativeSelect
          aria-label={words.reason}
          value={reason ?? ""}
          data={[{ value: "", label: words.all }, ...reasons]}
          onChange={(event) => onFilter({ reason: event.currentTarget.value || undefined })}
        />
      }
    />
  );
}
