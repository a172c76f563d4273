import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { RefundPage } from "../../client/index.ts";
import { client } from "../client.ts";
import { Section } from "../parts/page.tsx";
import { ProblemCard } from "../parts/problemCard.tsx";
import { useRole } from "../parts/useRole.ts";
import { money as words } from "../words/en/money.ts";
import { useMoneyAct } from "./useMoneyAct.ts";

/** What a manager can do with a refund as it stands. */
export function RefundActs({ refund }: { readonly refund: RefundPage }) {
  const { role } = useRole();
  const { state } = refund;
  if (state === "requested") {
    return (
      <Section title={words.decide} note={refund.needsSecondPerson ? words.secondPerson : undefined}>
        {role === "manager" ? <Decide id={refund.id} /> : null}
      </Section>
    );
  }
  const waits = state === "failed" || (state === "approved" && refund.means !== "balance");
  if (role !== "manager" || !waits) {
    return null;
  }
  return (
    <Section title={words.pay} note={words.payNote}>
      <PayOtherwise refund={refund} />
    </Section>
  );
}

function Decide({ id }: { readonly id: string }) {
  const [reason, setReason] = useState("");
  const deciding = useMoneyAct(client.approveRefund, ({ state }) =>
    state === "declined" ? words.declined : words.approved,
  );
  const decide = (decision: "approve" | "decline") => {
    if (reason.trim() !== "") {
      deciding.perform({ id, decision, reason: reason.trim() });
    }
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        decide("approve");
      }}
    >
      <TextInput
        label={words.reason}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" loading={deciding.pending} disabled={reason.trim() === ""}>
          {words.approve}
        </Button>
        <Button
          variant="default"
          disabled={deciding.pending || reason.trim() === ""}
          onClick={() => decide("decline")}
        >
          {words.decline}
        </Button>
      </div>
      {deciding.problem === undefined ? null : <ProblemCard problem={deciding.problem} />}
    </form>
  );
}

function PayOtherwise({ refund: { id, state } }: { readonly refund: RefundPage }) {
  const [reference, setReference] = useState("");
  const paying = useMoneyAct(client.repayRefund, () => words.paying);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        paying.perform({ id, means: "transfer", reference: reference.trim() });
      }}
    >
      <TextInput
        label={words.transferReference}
        maxLength={120}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="default" disabled={reference.trim() === ""} loading={paying.pending}>
          {words.payTransfer}
        </Button>
        {state === "failed" ? (
          <>
            <Button disabled={paying.pending} onClick={() => paying.perform({ id, means: "provider" })}>
              {words.payAgain}
            </Button>
            <Button
              variant="default"
              disabled={paying.pending}
              onClick={() => paying.perform({ id, means: "balance" })}
            >
              {words.payBalance}
            </Button>
          </>
        ) : null}
      </div>
      {paying.problem === undefined ? null : <ProblemCard problem={paying.problem} />}
    </form>
  );
}
