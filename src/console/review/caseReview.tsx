import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Claim } from "../../client/index.ts";
import { Badge, Section, useRole } from "../parts/index.ts";
import { review as words } from "../words/en/review.ts";
import { AnalysisForm } from "./analysisForm.tsx";
import { appealTones } from "./appealsPage.tsx";
import { CaseOverrides } from "./caseOverrides.tsx";
import { CaseSignals } from "./caseSignals.tsx";
import { reviewQueries } from "./reviewQueries.ts";

/** What is decided of a case beside its steps: what it contests, what is given, what is odd, what is gone. */
export function CaseReview({ claim }: { readonly claim: Claim }) {
  const { worksAtBench } = useRole();
  return (
    <>
      {claim.next.what === "analyse" && worksAtBench ? <AnalysisForm claim={claim} /> : null}
      {claim.appeal === undefined ? null : <CaseAppeals claimId={claim.id} />}
      <CaseOverrides claim={claim} />
      <CaseSignals claimId={claim.id} />
    </>
  );
}

function CaseAppeals({ claimId }: { readonly claimId: string }) {
  const query = useQuery(reviewQueries.appealsOfCase(claimId));
  return (
    <Section title={words.appeals}>
      <ul className="signals">
        {(query.data?.data ?? []).map(({ id, state, reason }) => (
          <li key={id}>
            <Badge tone={appealTones[state]}>{words.appealStates[state]}</Badge>{" "}
            <Link to="/review/appeals/$id" params={{ id }}>
              {reason.length > 120 ? `${reason.slice(0, 119)}…` : reason}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
