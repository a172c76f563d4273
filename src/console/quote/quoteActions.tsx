import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Claim } from "../../client/index.ts";
import { StaysHere } from "../case/staysHere.ts";
import { useSaveCase } from "../case/useSaveCase.ts";
import { client } from "../client.ts";
import { ButtonLink, ProblemCard, useRole } from "../parts/index.ts";
import { quotes as words } from "../words/en/quotes.ts";

/** What the bench can do about the prices of a sheet: quote the repair, or send back for nothing. */
export function QuoteActions({ claim }: { readonly claim: Claim }) {
  const { worksAtBench } = useRole();
  if (!worksAtBench || (claim.state !== "inspected" && claim.state !== "chosen")) {
    return null;
  }
  const back = claim.choices?.find(({ route }) => route === "return")?.fee.amount ?? 0;
  const isOwed = claim.state === "inspected" ? back > 0 : claim.route === "return";
  return (
    <>
      {claim.state === "inspected" ? (
        <div className="row section">
          <ButtonLink to="/cases/$id/quote" params={{ id: claim.id }}>
            {words.make}
          </ButtonLink>
        </div>
      ) : null}
      {isOwed ? (
        <StaysHere.Provider value={true}>
          <Waive id={claim.id} />
        </StaysHere.Provider>
      ) : null}
      {claim.waived !== undefined && claim.state === "inspected" ? (
        <StaysHere.Provider value={true}>
          <TakeBackWaiver id={claim.id} />
        </StaysHere.Provider>
      ) : null}
    </>
  );
}

function Waive({ id }: { readonly id: string }) {
  const waiving = useSaveCase(client.waiveSendBack, () => words.waived);
  return <WithReason id={id} label={words.waiveReason} button={words.waive} saving={waiving} />;
}

function TakeBackWaiver({ id }: { readonly id: string }) {
  const taking = useSaveCase(client.takeBackWaiver, () => words.takenBack);
  return <WithReason id={id} label={words.takeBackReason} button={words.takeBack} saving={taking} />;
}

/** A button that asks for its reason first. */
function WithReason({
  id,
  label,
  button,
  saving,
}: {
  readonly id: string;
  readonly label: string;
  readonly button: string;
  readonly saving: {
    readonly perform: (told: { readonly id: string; readonly reason: string }) => void;
    readonly pending: boolean;
    readonly problem?: Parameters<typeof ProblemCard>[0]["problem"] | undefined;
  };
}) {
  const [reason, setReason] = useState("");
  return (
    <form
      className="row end"
      onSubmit={(event) => {
        event.preventDefault();
        saving.perform({ id, reason: reason.trim() });
      }}
    >
      <TextInput
        label={label}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={reason.trim() === ""} loading={saving.pending}>
        {button}
      </Button>
      {saving.problem === undefined ? null : <ProblemCard problem={saving.problem} />}
    </form>
  );
}
