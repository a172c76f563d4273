import { Button, NumberInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { client, queryClient } from "../client.ts";
import { formatInstant } from "../format/formatDate.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import {
  type Column,
  EmptyState,
  Listing,
  PageHead,
  ProblemCard,
  Section,
  Shown,
  useListSearch,
  useRole,
} from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { inbox } from "../words/en/inbox.ts";
import { AlarmsTold } from "./alarmsTold.tsx";
import { InboxNav } from "./inboxNav.tsx";
import { inboxQueries, type ServiceClock } from "./inboxQueries.ts";

const words = inbox.promises;
type Promised = ServiceClock["promise"];
const names = Object.keys(words.names) as Promised[];
/** What counts where nobody has set anything, in hours. */
const USUAL: Readonly<Record<Promised, number>> = { first_look: 16, dispatch: 16, answer: 8 };
const hoursOf = (minutes: number) => (minutes / 60).toFixed(1).replace(/\.0$/, "");

const columns: readonly Column<ServiceClock>[] = [
  {
    id: "case",
    head: words.case,
    value: ({ claimId }) => claimId,
    cell: ({ claimId }) => (
      <Link className="row-link" to="/cases/$id" params={{ id: claimId }}>
        {claimId}
      </Link>
    ),
  },
  {
    id: "promise",
    head: words.promise,
    value: ({ promise }) => words.names[promise],
    cell: ({ promise, state }) =>
      state === "paused" ? `${words.names[promise]}, ${inbox.chip.paused}` : words.names[promise],
  },
  {
    id: "used",
    from: "tablet",
    head: words.used,
    value: ({ spentMinutes }) => spentMinutes,
    cell: ({ spentMinutes, openMinutes }) => words.usedOf(hoursOf(spentMinutes), hoursOf(openMinutes)),
  },
  {
    id: "due",
    head: words.due,
    value: ({ dueAt }) => (dueAt === undefined ? undefined : Date.parse(dueAt)),
    text: ({ dueAt }) => dueAt,
    cell: ({ dueAt }) => (dueAt === undefined ? null : formatInstant(dueAt)),
  },
];

/** What is promised, and the clocks that run by it. */
export function PromisesPage() {
  const { search } = useListSearch();
  const { role } = useRole();
  const promises = useQuery(inboxQueries.promises());
  const clocks = useQuery(inboxQueries.clocks({ limit: 100, ...(search.after && { after: search.after }) }));
  return (
    <div className="page">
      <PageHead title={words.title} about={<span className="muted">{words.note}</span>} />
      <InboxNav />
      <Shown query={promises}>
        {({ data }) => (
          <ul className="plain">
            {names.map((name) => {
              const set = data.find(
                ({ promise, centreId, channel }) =>
                  promise === name && centreId === undefined && channel === undefined,
              );
              return (
                <li key={name}>
                  <SetPromise
                    key={set?.version ?? 0}
                    promise={name}
                    hours={set === undefined ? USUAL[name] : set.openMinutes / 60}
                    version={set?.version ?? 0}
                    canSet={role === "manager"}
                  />
                </li>
              );
            })}
          </ul>
        )}
      </Shown>
      <Section title={words.running}>
        <Listing
          label={words.running}
          query={clocks}
          columns={columns}
          rows={clocks.data?.data ?? []}
          rowKey={({ claimId, no }) => `${claimId} ${no}`}
          empty={<EmptyState says={words.none} />}
        />
      </Section>
      <AlarmsTold />
    </div>
  );
}

function SetPromise(props: {
  readonly promise: Promised;
  readonly hours: number;
  readonly version: number;
  readonly canSet: boolean;
}) {
  const { promise, version, canSet } = props;
  const [hours, setHours] = useState<string | number>(props.hours);
  const announce = useAnnounce();
  const setting = useAct(client.setPromise, async () => {
    announce(words.saved);
    await queryClient.invalidateQueries({ queryKey: ["promises"] });
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setting.perform({ promise, openMinutes: Math.round(Number(hours) * 60), version });
  };
  return (
    <form className="row" onSubmit={submit}>
      <NumberInput
        label={`${words.names[promise]}: ${words.hours}`}
        value={hours}
        onChange={setHours}
        min={0.5}
        max={1000}
        disabled={!canSet}
      />
      {canSet ? (
        <Button type="submit" variant="default" loading={setting.pending}>
          {words.set}
        </Button>
      ) : null}
      {version === 0 ? <span className="muted">{words.usual}</span> : null}
      {setting.problem === undefined ? null : <ProblemCard problem={setting.problem} />}
    </form>
  );
}
