import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { nextWords } from "../case/nextWords.ts";
import { stepRoute } from "../case/stepRoute.ts";
import { formatAge, formatTime } from "../format/formatDate.ts";
import { PageHead, Serial, useNow, useRole } from "../parts/index.ts";
import { useArrows } from "../parts/useArrows.ts";
import { review } from "../words/en/review.ts";
import { today as words } from "../words/en/today.ts";
import { DayPart } from "./dayPart.tsx";
import { DueLink } from "./dueLink.tsx";
import { todayQueries } from "./todayQueries.ts";
import { VisitsToday } from "./visitsToday.tsx";

/** What waits for whoever is signed in, each line a link to its next step; and what they did today. */
export function TodayPage() {
  const mine = useQuery(todayQueries.mine());
  useArrows(".day a");
  // Whoever came by the way in the head goes on with the arrows.
  useEffect(() => document.getElementById("content")?.focus(), []);
  return (
    <div className="page">
      <PageHead
        title={words.title}
        about={mine.data === undefined ? undefined : <span>{words.done(mine.data.done)}</span>}
      />
      <div className="columns">
        <div>
          <InHand />
          <Decisions />
          <Dues />
        </div>
        <div>
          <VisitsToday />
          <Recordings />
        </div>
      </div>
    </div>
  );
}

function InHand() {
  const query = useQuery({ ...todayQueries.mine(), select: ({ inHand }) => inHand });
  const now = useNow();
  return (
    <DayPart
      title={words.inHand}
      query={query}
      empty={words.inHandNone}
      keyOf={({ claim }) => claim.id}
      all={{ to: "/queue" }}
    >
      {({ claim, since }) => (
        <>
          <Link to={stepRoute(claim)} params={{ id: claim.id }}>
            <Serial>{claim.serial}</Serial> {nextWords(claim)}
          </Link>{" "}
          <span className="muted">{words.since(formatAge(since, now))}</span>
        </>
      )}
    </DayPart>
  );
}

function Decisions() {
  const { role } = useRole();
  const query = useQuery(todayQueries.decisions({ overrides: role === "manager" }));
  return (
    <DayPart
      title={words.decide}
      query={query}
      empty={words.decideNone}
      keyOf={({ id }) => id}
      all={{ to: role === "manager" ? "/review/overrides" : "/review/appeals" }}
    >
      {(one) =>
        one.kind === "override" ? (
          <Link to="/cases/$id" params={{ id: one.claimId }}>
            {words.override(review.gifts[one.gives], review.reasons[one.reason])}
          </Link>
        ) : (
          <Link to="/review/appeals/$id" params={{ id: one.id }}>
            {words.appeal(one.reason)}
          </Link>
        )
      }
    </DayPart>
  );
}

function Recordings() {
  const query = useQuery(todayQueries.verifications());
  return (
    <DayPart
      title={words.verify}
      query={query}
      empty={words.verifyNone}
      keyOf={({ id }) => id}
      all={{ to: "/verifications" }}
    >
      {({ id, serial, modelName }) => (
        <Link to="/verifications/$id" params={{ id }}>
          {modelName} <Serial>{serial}</Serial>
        </Link>
      )}
    </DayPart>
  );
}

function Dues() {
  const query = useQuery(todayQueries.dues());
  return (
    <DayPart
      title={words.dues}
      query={query}
      empty={words.duesNone}
      keyOf={({ dueAt, kind, claimId, contractId, deviceId }) =>
        [kind, dueAt, claimId, contractId, deviceId].join(" ")
      }
      all={{ to: "/inbox/due" }}
    >
      {(due) => (
        <>
          <time dateTime={due.dueAt}>{formatTime(due.dueAt, due.zone)}</time> <DueLink due={due} />
        </>
      )}
    </DayPart>
  );
}
