import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard, Section, useRole } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { batches as words } from "../words/en/batches.ts";
import { type BatchShown, readBatchesAgain } from "./batchQueries.ts";

/** What may be done about a batch now: decided, or taken out of use, each by the hands it takes. */
export function BatchActs({ found }: { readonly found: BatchShown }) {
  const { role } = useRole();
  if (role !== "manager" || found.state === "declined" || found.state === "voided") {
    return null;
  }
  return found.state === "asked" ? <Decide id={found.id} /> : <Void found={found} />;
}

function useBatchActs() {
  const announce = useAnnounce();
  const done = async () => {
    announce(words.done);
    await readBatchesAgain();
  };
  const releasing = useAct(client.releaseBatch, done);
  const declining = useAct(client.declineBatch, done);
  const voiding = useAct(client.voidBatch, done);
  const problem = releasing.problem ?? declining.problem ?? voiding.problem;
  const again = () => {
    for (const act of [releasing, declining, voiding]) {
      act.reset();
    }
  };
  return { releasing, declining, voiding, problem, again };
}

function Decide({ id }: { readonly id: string }) {
  const { releasing, declining, problem, again } = useBatchActs();
  const [reason, setReason] = useState("");
  return (
    <Section title={words.decide} note={words.needsAnother}>
      <ReasonBox reason={reason} onReason={setReason} />
      <div className="row">
        <Button
          loading={releasing.pending}
          onClick={() => {
            again();
            releasing.perform({ id });
          }}
        >
          {words.release}
        </Button>
        <Button
          variant="default"
          disabled={reason === ""}
          loading={declining.pending}
          onClick={() => {
            again();
            declining.perform({ id, reason });
          }}
        >
          {words.decline}
        </Button>
      </div>
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </Section>
  );
}

function Void({ found: { id, voidReason } }: { readonly found: BatchShown }) {
  const { declining, voiding, problem, again } = useBatchActs();
  const [reason, setReason] = useState("");
  const waits = voidReason !== null;
  return (
    <Section title={words.void} note={words.voidNote}>
      {waits ? <p role="status">{words.voidWaits(voidReason)}</p> : null}
      <ReasonBox reason={reason} onReason={setReason} />
      <div className="row">
        <Button
          color="red"
          disabled={reason === ""}
          loading={voiding.pending}
          onClick={() => {
            again();
            voiding.perform({ id, reason });
          }}
        >
          {waits ? words.voidAgree : words.void}
        </Button>
        {waits ? (
          <Button
            variant="default"
            disabled={reason === ""}
            loading={declining.pending}
            onClick={() => {
              again();
              declining.perform({ id, reason });
            }}
          >
            {words.keep}
          </Button>
        ) : null}
      </div>
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </Section>
  );
}

function ReasonBox(props: { readonly reason: string; readonly onReason: (reason: string) => void }) {
  return (
    <TextInput
      label={words.reason}
      value={props.reason}
      maxLength={500}
      onChange={(event) => props.onReason(event.currentTarget.value)}
    />
  );
}
