import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Signal } from "../../client/index.ts";
import { client } from "../client.ts";
import { Actor, Badge, ProblemCard, Section, useRole } from "../parts/index.ts";
import { review as words } from "../words/en/review.ts";
import { reviewQueries } from "./reviewQueries.ts";
import { useReviewAct } from "./useReviewAct.ts";

/** What is odd about a case, for a person to look at. Nothing where nothing is. */
export function CaseSignals({ claimId }: { readonly claimId: string }) {
  const { role } = useRole();
  const isOurs = role === "staff" || role === "manager";
  const query = useQuery({ ...reviewQueries.signals(claimId), enabled: isOurs });
  const signals = query.data?.data ?? [];
  if (signals.length === 0) {
    return null;
  }
  return (
    <Section title={words.signals} note={words.signalsNote}>
      <ul className="signals">
        {signals.map((signal) => (
          <li key={signal.no}>
            <OneSignal claimId={claimId} signal={signal} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OneSignal({ claimId, signal }: { readonly claimId: string; readonly signal: Signal }) {
  const { no, kind, weight, told, restsOn, seenBy, note } = signal;
  return (
    <>
      <p>
        <Badge tone={seenBy === undefined ? "needs" : "over"}>{words.kinds[kind]}</Badge>{" "}
        <span className="muted">{words.weight(weight)}</span>
      </p>
      <p>
        {words.told[kind](told)} {words.restsOn}{" "}
        {restsOn.map((id) => (
          <RowLink key={id} id={id} />
        ))}
      </p>
      {seenBy === undefined ? (
        <See claimId={claimId} no={no} />
      ) : (
        <p className="muted">
          <Actor id={seenBy} /> {note}
        </p>
      )}
    </>
  );
}

function RowLink({ id }: { readonly id: string }) {
  const says = <code>…{id.slice(-8)}</code>;
  return id.startsWith("clm_") ? (
    <Link to="/cases/$id" params={{ id }} title={id}>
      {says}
    </Link>
  ) : (
    <Link to="/contracts/$id" params={{ id }} title={id}>
      {says}
    </Link>
  );
}

function See({ claimId, no }: { readonly claimId: string; readonly no: number }) {
  const [note, setNote] = useState("");
  const seeing = useReviewAct(client.seeSignal, () => words.seenDone);
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim() !== "") {
          seeing.perform({ id: claimId, no, note: note.trim() });
        }
      }}
    >
      <TextInput
        aria-label={words.seenNote}
        placeholder={words.seenNote}
        required
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={seeing.pending}>
        {words.seen}
      </Button>
      {seeing.problem === undefined ? null : <ProblemCard problem={seeing.problem} />}
    </form>
  );
}
