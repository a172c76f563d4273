import { Button } from "@mantine/core";
import type { HoldPage } from "../../client/index.ts";
import { client } from "../client.ts";
import { ProblemCard, Section, useRole } from "../parts/index.ts";
import { money as words } from "../words/en/money.ts";
import { useMoneyAct } from "./index.ts";
import { PartAndReason, usePart } from "./partAndReason.tsx";

/** Gives back what was taken of a hold and should not have been. */
export function RefundHold({ hold: { id, captured } }: { readonly hold: HoldPage }) {
  const { role } = useRole();
  const part = usePart(captured.currency);
  const asking = useMoneyAct(client.refundHold, () => words.paidOut, part.clear);
  if (captured.amount === 0 || (role !== "manager" && role !== "staff")) {
    return null;
  }
  return (
    <Section title={words.holdBack} note={words.holdBackNote}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (part.told !== undefined) {
            asking.perform({ id, ...part.told });
          }
        }}
      >
        <PartAndReason part={part} hint={words.holdBackHint} />
        <div className="row">
          <Button type="submit" variant="default" loading={asking.pending} disabled={part.told === undefined}>
            {words.holdBackSure}
          </Button>
        </div>
        {asking.problem === undefined ? null : <ProblemCard problem={asking.problem} />}
      </form>
    </Section>
  );
}
