import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { client, queryClient } from "../client.ts";
import { ProblemCard, Section, Shown, useRole } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { inbox } from "../words/en/inbox.ts";
import { CaseNotes } from "./caseNotes.tsx";
import { type CaseMessage, inboxQueries } from "./inboxQueries.ts";
import { MessageShown } from "./messageShown.tsx";
import { WriteBox } from "./writeBox.tsx";

const words = inbox.thread;

/** What owner and bench wrote to each other, a box for another message, and the notes of the bench. */
export function CaseMessages({ claimId }: { readonly claimId: string }) {
  const { role } = useRole();
  const query = useQuery(inboxQueries.thread(claimId));
  const changed = async () => {
    await queryClient.invalidateQueries({ queryKey: ["claim", claimId] });
    await queryClient.invalidateQueries({ queryKey: ["messages"] });
  };
  const [sent, setSent] = useState(0);
  const sending = useAct(client.sendMessage, async () => {
    setSent((count) => count + 1);
    await changed();
  });
  const settling = useAct(client.settleMessages, changed);
  const messages = query.data?.data ?? [];
  const waits = messages.find(({ side, answeredAt }) => side === "owner" && answeredAt === undefined);
  useReading(claimId, messages);
  const problem = sending.problem ?? settling.problem;
  const isOurs = role === "staff" || role === "manager";
  return (
    <Section title={words.title}>
      <Shown query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="muted">{words.none}</p>
          ) : (
            <ol className="plain">
              {data.toReversed().map((message) => (
                <li key={message.no}>
                  <MessageShown message={message} />
                </li>
              ))}
            </ol>
          )
        }
      </Shown>
      <WriteBox
        key={claimId}
        arrived={sent}
        label={words.write}
        hint={words.writeHint}
        button={words.send}
        pending={sending.pending}
        onWrite={(text) => sending.perform({ id: claimId, text })}
      />
      {waits === undefined ? null : (
        <Button
          variant="default"
          loading={settling.pending}
          onClick={() => settling.perform({ id: claimId, upTo: waits.no })}
        >
          {words.settle}
        </Button>
      )}
      {problem === undefined ? null : <ProblemCard problem={problem} />}
      {isOurs ? (
        <>
          <p>
            <a href={`/cases/${claimId}/as-owner`} target="_blank" rel="noreferrer">
              {words.ownerView}
            </a>
          </p>
          <CaseNotes claimId={claimId} />
        </>
      ) : null}
    </Section>
  );
}

/** What the bench has before its eyes counts as read. */
function useReading(claimId: string, messages: readonly CaseMessage[]): void {
  const upTo = messages.find(({ side, readAt }) => side === "owner" && readAt === undefined)?.no;
  const reading = useAct(client.markMessagesRead, () =>
    queryClient.invalidateQueries({ queryKey: ["claim", claimId, "messages"] }),
  );
  const { perform } = reading;
  const tried = useRef(0);
  useEffect(() => {
    // Once for each message: what could not be marked is not tried again with every drawing.
    if (upTo !== undefined && tried.current !== upTo) {
      tried.current = upTo;
      perform({ id: claimId, upTo });
    }
  }, [upTo, claimId, perform]);
}
