import { Button } from "@mantine/core";
import type { Claim } from "../../client/index.ts";
import { StaysHere } from "../case/staysHere.ts";
import { useSaveCase } from "../case/useSaveCase.ts";
import { client } from "../client.ts";
import { ProblemCard, Section, useRole } from "../parts/index.ts";
import { intake as words } from "../words/en/intake.ts";

/** What the owner was asked; who has them on the phone writes the answer down. */
export function OpenQuestion({ claim }: { readonly claim: Claim }) {
  return claim.question === undefined ? null : (
    <StaysHere.Provider value={true}>
      <Asked id={claim.id} question={claim.question} />
    </StaysHere.Provider>
  );
}

function Asked({ id, question }: { readonly id: string; readonly question: NonNullable<Claim["question"]> }) {
  const { worksAtBench } = useRole();
  const answering = useSaveCase(client.answerQuestion, () => words.answered);
  const taking = useSaveCase(client.withdrawQuestion, () => words.withdrawn);
  const problem = answering.problem ?? taking.problem;
  return (
    <Section title={words.asked}>
      <p>{question.says}</p>
      {worksAtBench ? (
        <>
          <p className="muted">{words.answer}</p>
          <div className="row">
            {question.answers.map((answer) => (
              <Button
                key={answer}
                variant="default"
                loading={answering.pending}
                onClick={() => answering.perform({ id, answer })}
              >
                {words.answers[answer]}
              </Button>
            ))}
            <Button
              variant="subtle"
              loading={taking.pending}
              onClick={() => taking.perform({ id, reason: words.withdrawReason })}
            >
              {words.withdraw}
            </Button>
          </div>
        </>
      ) : null}
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </Section>
  );
}
