import { Button, Checkbox, TextInput } from "@mantine/core";
import { type SubmitEvent, useEffect, useState } from "react";
import type { ClaimPage } from "../../client/index.ts";
import { useSaveCase } from "../case/useSaveCase.ts";
import { client } from "../client.ts";
import { Section } from "../parts/page.tsx";
import { ProblemCard } from "../parts/problemCard.tsx";
import { readPoolAgain } from "../pool/poolQueries.ts";
import { pool as words } from "../words/en/pool.ts";

/** For how long a swap can be undone without saying why. */
const UNDO_SECONDS = 10;

/** The swap that was made last in this window, and when. */
let lastSwap: { readonly claim: string; readonly at: number } | undefined;

/** Notes that a swap was made here just now: it may be undone at once. */
export function noteSwap(claim: string): void {
  lastSwap = { claim, at: Date.now() };
}

/** Takes back a swap that is not shipped: within some seconds at once, later with a reason. */
export function TakeBack({ page }: { readonly page: ClaimPage }) {
  const { claim } = page;
  const [reason, setReason] = useState("");
  const [isFaulty, setFaulty] = useState(false);
  const left = useSecondsLeft(claim.id);
  const taking = useSaveCase(client.reverseSwap, () => {
    void readPoolAgain();
    return words.undone;
  });
  if (claim.state !== "replaced") {
    return null;
  }
  const takeBack = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const where = isFaulty ? { unit: "triage" as const } : {};
    taking.perform({ id: claim.id, reason: reason.trim(), ...where });
  };
  return (
    <Section title={words.takeBack} note={words.takeBackAbout}>
      {left > 0 ? (
        <Button
          variant="default"
          loading={taking.pending}
          onClick={() => taking.perform({ id: claim.id, reason: words.mistake })}
        >
          {words.undo(left)}
        </Button>
      ) : (
        <form className="form" onSubmit={takeBack}>
          <TextInput
            label={words.reason}
            required
            maxLength={200}
            value={reason}
            error={taking.problem?.faultAt("/reason")}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Checkbox
            label={words.toTriage}
            checked={isFaulty}
            onChange={(event) => setFaulty(event.currentTarget.checked)}
          />
          <Button type="submit" variant="default" disabled={reason.trim() === ""} loading={taking.pending}>
            {words.takeBack}
          </Button>
        </form>
      )}
      {taking.problem === undefined ? null : <ProblemCard problem={taking.problem} />}
    </Section>
  );
}

/** How many seconds are left to undo the swap of this case that was made in this window. */
function useSecondsLeft(claim: string): number {
  const until = lastSwap?.claim === claim ? lastSwap.at + UNDO_SECONDS * 1000 : 0;
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (Date.now() >= until) {
      return undefined;
    }
    const tick = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(tick);
  }, [until]);
  return Math.max(0, Math.ceil((until - now) / 1000));
}
