import { Button } from "@mantine/core";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CommandOf, CoreReturn } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { Chips, Choose, MoneyList, sumColumn, timeColumn } from "../money/index.ts";
import { type Column, useListSearch } from "../parts/index.ts";
import { Badge, type Tone } from "../parts/stateBadge.tsx";
import { returns as words } from "../words/en/returns.ts";
import { ActOnHold } from "./actOnHold.tsx";

const tones: Readonly<Record<string, Tone>> = {
  due: "waiting",
  overdue: "problem",
  noticed: "needs",
  review: "needs",
  lapsed: "problem",
  over: "over",
};

/** The stages of each view; all of them where nothing is said. */
const STAGES: Readonly<Record<string, string>> = {
  late: "overdue,noticed,review,lapsed",
  due: "due",
  over: "over",
};

const asked = (question: CommandOf<"listCores">) =>
  queryOptions({
    queryKey: ["money", "core-returns", question],
    queryFn: ({ signal }) => client.listCores(question, { signal }),
    placeholderData: keepPreviousData,
  });

const stageOf = ({ stage, state }: CoreReturn): string =>
  stage === "over" ? (words.states[state] ?? words.stages.over) : words.stages[stage];

/** Of advance exchanges that have left: what is to come back, how late it is, and what to do about it. */
export function ReturnsPage() {
  const { search, onFilter } = useListSearch();
  const { view = "late", order, after } = search;
  const [hold, choose] = useState<string>();
  const stage = STAGES[view];
  const question = {
    ...(stage && { stage }),
    ...(order && { sort: order }),
  } as CommandOf<"listCores">;
  const query = useQuery(asked({ limit: 100, ...question, ...(after && { after }) }));
  const chosen = query.data?.data.find(({ holdId }) => holdId === hold);
  const columns = columnsFor(choose);
  return (
    <MoneyList
      title={words.title}
      query={query}
      columns={columns}
      rowKey={({ holdId }) => holdId}
      whole={() => everyRow(client.listCores, question)}
      empty={words.empty[view] ?? words.empty.all ?? ""}
      filters={
        <>
          <Chips
            label={words.title}
            names={words.views}
            value={view}
            whole={false}
            onChange={(to) => onFilter({ view: to })}
          />
          <Choose
            label={words.sort}
            names={words.sorts}
            value={order}
            onChange={(to) => onFilter({ order: to })}
          />
        </>
      }
    >
      <p className="muted">{words.note}</p>
      {chosen === undefined ? null : (
        <ActOnHold key={chosen.holdId} core={chosen} onClose={() => choose(undefined)} />
      )}
    </MoneyList>
  );
}

function columnsFor(open: (holdId: string) => void): readonly Column<CoreReturn>[] {
  return [
    {
      id: "device",
      head: words.device,
      value: nameOf,
      cell: (core) => (
        <Link className="row-link" to="/cases/$id" params={{ id: core.claimId }}>
          {nameOf(core)}
        </Link>
      ),
    },
    {
      ...{ id: "owner", head: words.owner, from: "desk" },
      value: ({ owner }) => owner,
      cell: ({ owner }) => owner ?? null,
    },
    {
      ...{ id: "stage", head: words.stage },
      value: stageOf,
      cell: (core) => (
        <Badge tone={tones[core.stage] ?? "over"}>{core.captureAsked ? words.waits : stageOf(core)}</Badge>
      ),
    },
    {
      ...{ id: "days", head: words.days, numeric: true },
      value: ({ daysLeft }) => daysLeft,
      cell: ({ daysLeft, stage }) => (stage === "over" ? null : words.daysLeft(daysLeft)),
    },
    timeColumn("due", words.due, ({ dueAt }) => dueAt, { from: "tablet" }),
    timeColumn("from", words.takenFrom, ({ captureFrom }) => captureFrom, { from: "desk" }),
    {
      ...{ id: "came", head: words.came, from: "desk" },
      value: ({ cameSerial }) => cameSerial,
      cell: ({ cameSerial, cameParts }) =>
        cameSerial === undefined ? null : `${cameSerial}: ${cameParts.join(", ")}`,
    },
    sumColumn("amount", words.sum, ({ amount }) => amount),
    {
      ...{ id: "act", head: words.act, unsorted: true },
      value: () => undefined,
      cell: (core) =>
        core.stage === "over" ? null : (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={words.actOn(nameOf(core))}
            onClick={() => open(core.holdId)}
          >
            {words.act}
          </Button>
        ),
    },
  ];
}

const nameOf = ({ modelName, serial }: CoreReturn): string => `${modelName} ${serial}`;
