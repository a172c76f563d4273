import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Claim, Override } from "../../client/index.ts";
import { client } from "../client.ts";
import { Actor, Badge, FactList, Money, ProblemCard, Section, useRole } from "../parts/index.ts";
import { review as words } from "../words/en/review.ts";
import { overrideTones } from "./overrideColumns.tsx";
import { OverrideForm } from "./overrideForm.tsx";
import { reviewQueries } from "./reviewQueries.ts";
import { useReviewAct } from "./useReviewAct.ts";

/** What was given beyond the terms, what waits for a second person, and the way to give. */
export function CaseOverrides({ claim }: { readonly claim: Claim }) {
  const { role } = useRole();
  const query = useQuery(reviewQueries.overrides({ claim: claim.id }));
  const overrides = query.data?.data ?? [];
  const mayGive = (role === "staff" || role === "manager") && claim.state === "inspected";
  const isFree = overrides.every(({ state }) => state === "declined") && claim.appeal !== "asked";
  return (
    <>
      {overrides.map((override) => (
        <OneOverride key={override.id} override={override} isManager={role === "manager"} />
      ))}
      {mayGive && query.data !== undefined && isFree ? <OverrideForm claim={claim} /> : null}
    </>
  );
}

function OneOverride({ override, isManager }: { readonly override: Override; readonly isManager: boolean }) {
  const { id, state, gives, fee, cost, reason, note, askedBy, decidedBy } = override;
  return (
    <Section title={words.gifts[gives]} note={state === "asked" ? words.secondNote : undefined}>
      <p>
        <Badge tone={overrideTones[state]}>{words.overrideStates[state]}</Badge>
      </p>
      <FactList
        facts={[
          [words.fee, <Money key="fee" of={fee} />],
          [words.cost, <Money key="cost" of={cost} />],
          [words.reason, words.reasons[reason]],
          [words.note, note],
          [words.askedBy, <Actor key="asked" id={askedBy} />],
          [words.decidedBy, decidedBy === undefined ? undefined : <Actor key="by" id={decidedBy} />],
        ]}
      />
      {state === "asked" && isManager ? <SecondPerson id={id} /> : null}
    </Section>
  );
}

function SecondPerson({ id }: { readonly id: string }) {
  const [note, setNote] = useState("");
  const settling = useReviewAct(client.settleOverride, () => words.settled);
  const settle = (decision: "grant" | "decline") => settling.perform({ id, decision, note: note.trim() });
  const isEmpty = note.trim() === "";
  return (
    <form
      className="form"
      aria-label={words.second}
      onSubmit={(event) => {
        event.preventDefault();
        settle("grant");
      }}
    >
      <TextInput
        label={words.note}
        required
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" loading={settling.pending} disabled={isEmpty}>
          {words.grant}
        </Button>
        <Button variant="default" disabled={settling.pending || isEmpty} onClick={() => settle("decline")}>
          {words.decline}
        </Button>
      </div>
      {settling.problem === undefined ? null : <ProblemCard problem={settling.problem} />}
    </form>
  );
}
