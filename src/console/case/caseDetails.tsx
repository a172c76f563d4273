import type { ClaimPage } from "../../client/index.ts";
import { Section } from "../parts/page.tsx";
import { ReceiptView } from "../parts/receiptView.tsx";
import { Timeline } from "../parts/timeline.tsx";
import { QuoteActions } from "../quote/quoteActions.tsx";
import { TakeBack } from "../swap/takeBack.tsx";
import { en } from "../words/en.ts";
import { CaseActions } from "./caseActions.tsx";
import { CaseGround } from "./caseGround.tsx";
import { CaseTalk } from "./caseTalk.tsx";
import { ChoiceList } from "./choiceList.tsx";
import { Parcels, SwapDone } from "./parcels.tsx";
import { Payment } from "./payment.tsx";

const words = en.cases;

/** Two columns: what is going on, and what it rests on. */
export function CaseDetails({ page }: { readonly page: ClaimPage }) {
  const { claim, timeline } = page;
  return (
    <>
      <CaseActions claim={claim} />
      <div className="columns">
        <div>
          {claim.choices === undefined ? null : (
            <Section title={words.choiceSheet}>
              <ChoiceList choices={claim.choices} chosen={claim.route} />
            </Section>
          )}
          <Section title={words.receiptStands} note={noteOn(page)}>
            <ReceiptView receipt={claim.receipt} />
          </Section>
          <CaseTalk claim={claim} />
          <QuoteActions claim={claim} />
          <Payment page={page} />
          <Parcels page={page} />
          <SwapDone page={page} />
          <TakeBack page={page} />
          <Section title={words.history}>
            <Timeline entries={timeline} />
          </Section>
        </div>
        <div>
          <CaseGround page={page} />
        </div>
      </div>
    </>
  );
}

/** What has to be known of the receipt before it is read. */
function noteOn({ claim, inspections }: ClaimPage): string | undefined {
  if (claim.state === "cancelled") {
    return words.wasDecided;
  }
  return inspections.length === 0 ? words.provisional : undefined;
}
