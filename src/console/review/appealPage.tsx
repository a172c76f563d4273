import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { AppealPage as AppealShown } from "../../client/index.ts";
import { formatInstant } from "../format/index.ts";
import { Actor, Badge, FactList, PageHead, ReceiptView, Section, Shown } from "../parts/index.ts";
import { CopyButton } from "../parts/serial.tsx";
import { review as words } from "../words/en/review.ts";
import { appealTones } from "./appealsPage.tsx";
import { ReviewNav } from "./reviewNav.tsx";
import { reviewQueries } from "./reviewQueries.ts";
import { RulingForm } from "./rulingForm.tsx";

/** One appeal: what the owner writes, what was decided by which facts, and the decision. */
export function AppealPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(reviewQueries.appeal(id));
  return (
    <div className="page">
      <PageHead
        title={words.appeal}
        about={
          query.data === undefined ? undefined : (
            <>
              <Badge tone={appealTones[query.data.state]}>{words.appealStates[query.data.state]}</Badge>
              <Link to="/cases/$id" params={{ id: query.data.claimId }}>
                {words.open}
              </Link>
            </>
          )
        }
      />
      <ReviewNav />
      <Shown query={query}>{(appeal) => <AppealDetails key={appeal.id} appeal={appeal} />}</Shown>
    </div>
  );
}

function AppealDetails({ appeal }: { readonly appeal: AppealShown }) {
  const { reason, receipt, facts, example, state, says, askedAt, dueAt, decidedBy } = appeal;
  return (
    <div className="columns">
      <div>
        <Section title={words.theirReason}>
          <p>{reason}</p>
          <FactList
            facts={[
              [words.askedAt, formatInstant(askedAt)],
              [words.due, state === "asked" ? formatInstant(dueAt) : undefined],
              [words.rulingSays, says],
              [words.decidedBy, decidedBy === undefined ? undefined : <Actor key="by" id={decidedBy} />],
            ]}
          />
        </Section>
        {state === "asked" ? <RulingForm id={appeal.id} /> : null}
        {example === undefined ? null : (
          <Section title={words.example} note={words.exampleNote}>
            <pre className="example">{example}</pre>
            <CopyButton text={example} what={words.example} />
          </Section>
        )}
      </div>
      <div>
        <Section title={words.contested}>
          <ReceiptView receipt={receipt} />
        </Section>
        <Section title={words.facts}>
          <pre className="example">{JSON.stringify(facts, undefined, 2)}</pre>
        </Section>
      </div>
    </div>
  );
}
