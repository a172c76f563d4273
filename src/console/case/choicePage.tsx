import { Button } from "@mantine/core";
import { useState } from "react";
import type { ClaimPage, Route } from "../../client/index.ts";
import { client } from "../api.ts";
import { formatInstant } from "../format/formatDate.ts";
import { Section } from "../parts/page.tsx";
import { ProblemCard } from "../parts/problemCard.tsx";
import { ReceiptView } from "../parts/receiptView.tsx";
import { useRole } from "../parts/useRole.ts";
import { en } from "../words/en.ts";
import { CaseFrame } from "./caseFrame.tsx";
import { ChoiceList } from "./choiceList.tsx";
import { NextSentence } from "./nextButton.tsx";
import { Payment } from "./payment.tsx";
import { useSaveCase } from "./useSaveCase.ts";

const words = en.cases;

/** What the owner may choose and has to pay. Somebody on the phone can say it; then it is written down here. */
export function ChoicePage() {
  return (
    <CaseFrame title={words.choiceTitle} states={["inspected", "chosen"]}>
      {(page) => <ChoiceSheet key={page.claim.id} page={page} />}
    </CaseFrame>
  );
}

function ChoiceSheet({ page }: { readonly page: ClaimPage }) {
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
      {waits ? null : <Payment page={page} />}
      {claim.next.by === undefined || waits ? null : <p>{words.payBy(formatInstant(claim.next.by))}</p>}
      <Section title={words.receiptStands}>
        <ReceiptView receipt={claim.receipt} />
      </Section>
    </>
  );
}

function RecordChoice(props: {
  readonly route: Route;
  readonly saying: Route | undefined;
  readonly pending: boolean;
  readonly onSay: (route: Route | undefined) => void;
  readonly onSure: () => void;
}) {
  const { route, saying, pending, onSay, onSure } = props;
  if (saying !== route) {
    return (
      <Button variant="default" onClick={() => onSay(route)}>
        {words.recordChoice(en.field.routes[route])}
      </Button>
    );
  }
  return (
    <div className="row">
      <Button loading={pending} onClick={onSure}>
        {words.recordSure}
      </Button>
      <Button variant="default" autoFocus onClick={() => onSay(undefined)}>
        {words.recordBack}
      </Button>
    </div>
  );
}
