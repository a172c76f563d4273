import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { client } from "../client.ts";
import { ProblemCard } from "../parts/index.ts";
import { reseller as words } from "../words/en/reseller.ts";
import type { ResellerPage } from "./resellerQueries.ts";
import { useResellerAct } from "./useResellerAct.ts";

/** Suspends a contract, ends its suspension, or ends it for good; the first and the last with a reason. */
export function ResellerActs({ of: { id, state } }: { readonly of: ResellerPage }) {
  const [reason, setReason] = useState("");
  const clear = () => setReason("");
  const suspending = useResellerAct(client.suspendReseller, () => words.suspended, clear);
  const resuming = useResellerAct(client.resumeReseller, () => words.resumed);
  const ending = useResellerAct(client.endReseller, () => words.ended, clear);
  const problem = suspending.problem ?? resuming.problem ?? ending.problem;
  if (state === "ended") {
    return null;
  }
  const given = { id, reason: reason.trim() };
  return (
    <>
      <div className="row end">
        <TextInput
          label={words.reason}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {state === "active" ? (
          <Button
            variant="default"
            disabled={given.reason === ""}
            loading={suspending.pending}
            onClick={() => suspending.perform(given)}
          >
            {words.suspend}
          </Button>
        ) : (
          <Button variant="default" loading={resuming.pending} onClick={() => resuming.perform({ id })}>
            {words.resume}
          </Button>
        )}
        <Button
          variant="default"
          disabled={given.reason === ""}
          loading={ending.pending}
          onClick={() => ending.perform(given)}
        >
          {words.end}
        </Button>
      </div>
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </>
  );
}
