import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { formatDay } from "../format/index.ts";
import { FactList, Section } from "../parts/index.ts";
import { tools as words } from "../words/en/tools.ts";
import type { TillRow } from "./tillForm.tsx";
import type { Outcome } from "./tillPage.tsx";

/** What was bound, as a slip for the customer. */
export function TillOutcome(props: {
  readonly row: TillRow;
  readonly outcome: Outcome;
  readonly onNext: () => void;
}) {
  const { row, outcome, onNext } = props;
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  return (
    <>
      <p role="status">{outcome.outcome === "already" ? words.already : words.activated}</p>
      <Section title={words.slipTitle} note={words.slipNote}>
        <FactList
          facts={[
            [words.holderName, row.name],
            [words.serial, <code key="serial">{row.serial}</code>],
            [words.contract, <code key="contract">{outcome.contract}</code>],
            [words.lastDay, outcome.lastDay === null ? null : formatDay(outcome.lastDay)],
          ]}
        />
      </Section>
      <div className="row page-actions">
        <Button ref={next} size="md" onClick={onNext}>
          {words.next}
        </Button>
        <Button variant="default" size="md" onClick={() => print()}>
          {words.slip}
        </Button>
      </div>
    </>
  );
}
