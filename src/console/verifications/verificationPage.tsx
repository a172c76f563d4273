import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { client } from "../client.ts";
import { formatInstant } from "../format/formatDate.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { Actor, FactList, PageHead, ProblemCard, Section, Serial, Shown, useRole } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { verifications as words } from "../words/en/verifications.ts";
import { Looking } from "./looking.tsx";
import { Due, VerificationBadge } from "./verificationColumns.tsx";
import {
  refreshVerification,
  type VerificationPage as Shape,
  verificationQueries,
} from "./verificationQueries.ts";

/** One verification: its clips, the checklist, the decision, and what was decided before. */
export function VerificationPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(verificationQueries.one(id));
  return (
    <div className="page">
      <PageHead
        title={query.data?.modelName ?? words.title}
        about={
          query.data === undefined ? undefined : (
            <>
              <Serial>{query.data.serial}</Serial> <VerificationBadge state={query.data.state} />
            </>
          )
        }
      />
      <Shown query={query}>
        {(found) => (
          <div className="columns">
            <div>
              <Looking key={`${found.id} ${found.submission}`} found={found} />
            </div>
            <div>
              <Facts found={found} />
              <Arrival found={found} />
              <History found={found} />
            </div>
          </div>
        )}
      </Shown>
    </div>
  );
}

function Facts({ found }: { readonly found: Shape }) {
  const { id, kind, asker, activatedAt, region, zone, submission, place, invitation } = found;
  return (
    <Section title={words.facts}>
      <FactList
        facts={[
          [words.number, <code key="id">{id}</code>],
          [words.kind, words.kinds[kind]],
          [words.asker, asker?.name],
          [words.email, asker?.email],
          [words.firstUse, activatedAt === undefined ? words.never : formatInstant(activatedAt, zone)],
          [words.region, region],
          [words.asked, formatInstant(found.askedAt, zone)],
          [words.submission, submission === 0 ? undefined : words.times(submission)],
          [words.due, found.dueAt === undefined ? undefined : <Due key="due" {...found} />],
          [words.place, place],
          [
            words.until,
            invitation &&
              `${formatInstant(invitation.endsAt, invitation.zone)} (${words.invitations[invitation.state]})`,
          ],
        ]}
      />
    </Section>
  );
}

/** Of an inspection: that the device has come, and where it is. */
function Arrival({ found: { id, kind, who } }: { readonly found: Shape }) {
  const [place, setPlace] = useState("");
  const { role } = useRole();
  const announce = useAnnounce();
  const arriving = useAct(client.receiveVerification, async () => {
    announce(words.arrivedSaid);
    await refreshVerification(id);
  });
  if (kind !== "inspection" || who !== "owner" || role === "manager") {
    return null;
  }
  return (
    <Section title={words.arrived}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          arriving.perform({ id, place: place.trim() });
        }}
      >
        <TextInput
          label={words.where}
          value={place}
          maxLength={120}
          required
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
        <Button type="submit" loading={arriving.pending}>
          {words.arrived}
        </Button>
        {arriving.problem === undefined ? null : <ProblemCard problem={arriving.problem} />}
      </form>
    </Section>
  );
}

function History({ found: { decisions, zone } }: { readonly found: Shape }) {
  return (
    <Section title={words.history}>
      {decisions.length === 0 ? <p>{words.none}</p> : null}
      <ol>
        {decisions.map((one) => (
          <li key={one.submission}>
            <b>{words.decisionWords[one.decision]}</b>, {formatInstant(one.decidedAt, zone)}{" "}
            {one.decidedBy === undefined ? null : <Actor id={one.decidedBy} />}
            {one.again.map(({ clip, reason }) => (
              <p key={clip}>
                {words.clips[clip]}: {reason}
              </p>
            ))}
            {one.reason === undefined ? null : (
              <p>
                {one.reason} <code>{one.clause}</code>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
