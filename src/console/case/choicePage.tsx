import { useState } from "react";
import type { ClaimPage, Route } from "../../client/index.ts";
import { client } from "../client.ts";
import { ProblemCard, ReceiptView, Section, useRole } from "../parts/index.ts";
import { QuoteActions } from "../quote/quoteActions.tsx";
import { en } from "../words/en.ts";
import { CaseFrame } from "./caseFrame.tsx";
import { ChoiceList } from "./choiceList.tsx";
import { NextSentence } from "./nextButton.tsx";
import { Payment } from "./payment.tsx";
import { RecordChoice } from "./recordChoice.tsx";
import { useSaveCase } from "./useSaveCase.ts";

const words = en.cases;

/**
 * What the owner may choose and has to pay. Somebody on the phone can say it; then it is written down here.
 */
export function ChoicePage() {
  return (
    <CaseFrame title={words.choiceTitle} states={["inspected", "chosen"]}>
      {(page) => <ChoiceSheet key={page.claim.id} page={page} />}
    </CaseFrame>
  );
}

/** The ways side by side, who chooses, and what is still to be paid. */
export function ChoiceSheet({ page }: { readonly page: ClaimPage }) {
  const { claim } = page;
  const [saying, setSaying] = useState<Route>();
  const recording = useSaveCase(client.chooseRoute, (moved) => en.field.states[moved.state]);
  const { worksAtBench } = useRole();
  const waits = claim.state === "inspected";
  return (
    <>
      <NextSentence claim={claim} />
      <p className="muted">{waits ? words.choiceWaiting : words.payWaiting}</p>
      <ChoiceList choices={claim.choices ?? []} chosen={claim.route}>
        {({ route }) =>
          waits && worksAtBench ? (
            <RecordChoice
              route={route}
              saying={saying}
              pending={recording.pending}
              onSay={setSaying}
              onSure={() => recording.perform({ id: claim.id, route })}
            />
          ) : null
        }
      </ChoiceList>
      {recording.problem === undefined ? null : <ProblemCard problem={recording.problem} />}
      <QuoteActions claim={claim} />
      {waits ? null : <Payment page={page} />}
      <Section title={words.receiptStands}>
        <ReceiptView receipt={claim.receipt} />
      </Section>
    </>
  );
}
