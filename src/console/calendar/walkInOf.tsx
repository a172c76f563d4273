import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { calendar as words } from "../words/en/calendar.ts";
import { calendarQueries, readCalendarAgain } from "./calendarQueries.ts";

/** The owner of this case is at a counter without an appointment. */
export function WalkInOf({ claim, region }: { readonly claim: string; readonly region: string }) {
  const centres = useQuery(calendarQueries.centres());
  const announce = useAnnounce();
  const counters = (centres.data?.data ?? []).filter(
    ({ channels, regions }) => channels.includes("counter") && regions.includes(region),
  );
  const [chosen, choose] = useState<string>();
  const centre = chosen ?? counters[0]?.id;
  const taking = useAct(client.walkIn, async () => {
    announce(words.taken);
    await readCalendarAgain();
  });
  return (
    <section aria-label={words.here}>
      <p>{words.visitNone}</p>
      <div className="row end">
        <NativeSelect
          label={words.centre}
          value={centre ?? ""}
          data={counters.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        <Button
          autoFocus
          disabled={centre === undefined}
          loading={taking.pending}
          onClick={() => centre !== undefined && taking.perform({ claim, centre })}
        >
          {words.here}
        </Button>
      </div>
      {taking.problem === undefined ? null : <ProblemCard problem={taking.problem} />}
    </section>
  );
}
