import { useIsMutating, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Claim, ClaimPage, ClaimState } from "../../client/index.ts";
import { formatAge, isJustNow } from "../format/formatDate.ts";
import { EmptyState, PageHead } from "../parts/page.tsx";
import { AlertCard } from "../parts/problemCard.tsx";
import { Serial } from "../parts/serial.tsx";
import { Loading, Shown } from "../parts/shown.tsx";
import { StateBadge } from "../parts/stateBadge.tsx";
import { queries } from "../queries.ts";
import { en } from "../words/en.ts";
import { NextButton } from "./nextButton.tsx";

/**
 * The frame of a screen about one case: reads it, heads it, and lets only claims in these states through.
 * Somebody who comes too early or too late is sent to what is next.
 */
export function CaseFrame(props: {
  readonly title: string;
  readonly states?: readonly ClaimState[];
  readonly wide?: boolean;
  readonly children: (page: ClaimPage) => ReactNode;
}) {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(queries.claim(id));
  const { title, states, wide = false, children } = props;
  return (
    <div className={wide ? "page wide" : "page"}>
      <PageHead
        title={title}
        about={
          query.data === undefined ? undefined : <CaseAbout page={query.data} linked={states !== undefined} />
        }
      />
      <Shown query={query}>
        {(page) => (
          <Entered key={page.claim.id} page={page} fresh={query.isFetchedAfterMount} states={states}>
            {children}
          </Entered>
        )}
      </Shown>
    </div>
  );
}

/**
 * Who has entered stays: what somebody is filling in does not vanish under their hands. But when the case is
 * moved on elsewhere they are told, and where to. An older copy of the case turns nobody away.
 */
function Entered(props: {
  readonly page: ClaimPage;
  /** Whether the case was read since this screen was opened. */
  readonly fresh: boolean;
  readonly states: readonly ClaimState[] | undefined;
  readonly children: (page: ClaimPage) => ReactNode;
}) {
  const { page, fresh, states, children } = props;
  const due = states === undefined || states.includes(page.claim.state);
  const [entered, enter] = useState(due);
  const saving = useIsMutating() > 0;
  if (due && !entered) {
    enter(true);
  }
  if (due || entered) {
    return (
      <>
        {due || saving ? null : <MovedOn claim={page.claim} />}
        {children(page)}
      </>
    );
  }
  return fresh ? (
    <EmptyState says={en.cases.notAtStep(en.field.states[page.claim.state])}>
      <NextButton claim={page.claim} />
    </EmptyState>
  ) : (
    <Loading />
  );
}

/** Somebody else took this step while it was being filled in here. */
function MovedOn({ claim }: { readonly claim: Claim }) {
  return (
    <AlertCard title={en.cases.movedOn(en.field.states[claim.state])}>
      <p>{en.cases.movedOnNext}</p>
      <NextButton claim={claim} />
    </AlertCard>
  );
}

function CaseAbout({ page, linked }: { readonly page: ClaimPage; readonly linked: boolean }) {
  const { claim, device, ribbon } = page;
  // The server's present, which in a sandbox is not this machine's.
  const now = Date.parse(ribbon.today);
  return (
    <>
      <Serial copy>{claim.serial}</Serial>
      <span>{device.name}</span>
      <StateBadge state={claim.state} />
      <span className="muted">
        {isJustNow(claim.openedAt, now)
          ? en.cases.reportedNow
          : en.cases.reported(formatAge(claim.openedAt, now))}
      </span>
      {linked ? <CaseLink claim={claim} /> : null}
    </>
  );
}

function CaseLink({ claim }: { readonly claim: Claim }) {
  return (
    <Link to="/cases/$id" params={{ id: claim.id }}>
      {en.cases.toCase}
    </Link>
  );
}
