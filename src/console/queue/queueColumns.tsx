import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Claim, ListedClaim } from "../../client/index.ts";
import { nextWords } from "../case/nextWords.ts";
import { stepRoute } from "../case/stepRoute.ts";
import { formatDay, formatDistance } from "../format/formatDate.ts";
import type { Column } from "../parts/dataTable.tsx";
import { Age, useNow } from "../parts/now.tsx";
import { CopyButton, Serial } from "../parts/serial.tsx";
import { Badge, StateBadge } from "../parts/stateBadge.tsx";
import { useRole } from "../parts/useRole.ts";
import { en } from "../words/en.ts";
import { PromiseChip } from "./promiseChip.tsx";

const heads = en.desk.columns;
const order = Object.keys(en.field.states);

/**
 * What the queue says of a claim: which device, what happened, where it stands, since when, who has the ball.
 */
function queueColumns(now: number, opens: "step" | "page"): readonly Column<ListedClaim>[] {
  return [
    {
      id: "serial",
      head: heads.serial,
      value: ({ serial }) => serial,
      cell: (claim) => <Opens claim={claim} opens={opens} />,
    },
    {
      id: "model",
      from: "desk",
      head: heads.model,
      value: ({ modelName }) => modelName,
      cell: ({ modelName }) => modelName,
    },
    {
      id: "cause",
      from: "desk",
      head: heads.cause,
      value: (claim) => causeOf(claim),
      cell: (claim) => causeOf(claim),
    },
    {
      id: "channel",
      from: "desk",
      head: heads.channel,
      value: ({ channel }) => en.field.channels[channel],
      cell: ({ channel }) => en.field.channels[channel],
    },
    {
      id: "state",
      head: heads.state,
      value: ({ state }) => order.indexOf(state),
      text: ({ state }) => en.field.states[state],
      cell: ({ state, signals }) => (
        <>
          <StateBadge state={state} />
          {signals === undefined ? null : <Badge tone="needs">{en.desk.signals(signals)}</Badge>}
        </>
      ),
    },
    {
      id: "age",
      from: "tablet",
      head: heads.age,
      numeric: true,
      value: ({ openedAt }) => -Date.parse(openedAt),
      text: ({ openedAt }) => openedAt,
      cell: ({ openedAt }) => <Age at={openedAt} now={now} />,
    },
    {
      id: "ball",
      head: heads.ball,
      value: (claim) => `${en.field.who[claim.next.who]} ${nextWords(claim)}`.trim(),
      cell: (claim) => (
        <>
          <b>{en.field.who[claim.next.who]}</b> {nextWords(claim)}{" "}
          <PromiseChip promise={claim.promise} now={now} />
        </>
      ),
    },
    {
      id: "due",
      from: "tablet",
      head: heads.due,
      value: ({ next }) => (next.by === undefined ? undefined : Date.parse(next.by)),
      text: ({ next }) => next.by,
      cell: ({ next }) => <Due by={next.by} now={now} />,
    },
  ];
}

function Opens({ claim, opens }: { readonly claim: Claim; readonly opens: "step" | "page" }) {
  return (
    <span className="serial-box">
      <Link
        className="row-link"
        to={opens === "step" ? stepRoute(claim) : "/cases/$id"}
        params={{ id: claim.id }}
      >
        <Serial>{claim.serial}</Serial>
      </Link>
      <CopyButton text={claim.serial} what={en.shell.serial} />
    </span>
  );
}

/** What happened, in the bench's word once it has one. */
export function causeOf({ findings, incident }: Claim): string {
  const cause = (findings?.cause ?? incident.cause) as keyof typeof en.field.causes;
  return en.field.causes[cause] ?? String(cause);
}

function Due({ by, now }: { readonly by: string | undefined; readonly now: number }) {
  if (by === undefined) {
    return <span className="muted">{en.shell.none}</span>;
  }
  return (
    <>
      <time dateTime={by}>{formatDay(by)}</time> <span className="muted">{formatDistance(by, now)}</span>
    </>
  );
}

/** The columns as they are now: ages grow, and a row opens where its reader can do something. */
export function useQueueColumns(): readonly Column<ListedClaim>[] {
  const now = useNow();
  const { worksAtBench } = useRole();
  return useMemo(() => queueColumns(now, worksAtBench ? "step" : "page"), [now, worksAtBench]);
}
