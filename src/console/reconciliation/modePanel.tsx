import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { formatInstant } from "../format/index.ts";
import { useMoneyAct } from "../money/index.ts";
import { Actor, ProblemCard, useRole } from "../parts/index.ts";
import { queries } from "../queries.ts";
import { money } from "../words/en/money.ts";
import { reconciliation as words } from "../words/en/reconciliation.ts";
import { en } from "../words/en.ts";

type Mode = NonNullable<ReplyOf<"showStatus">["reconciling"]>;

/** While money and shipments wait: what is missing, and the way to end it. */
export function ModePanel() {
  const { role } = useRole();
  const mode = useQuery(queries.status()).data?.reconciling ?? null;
  return mode === null ? null : <ModeOn mode={mode} isManager={role === "manager"} />;
}

function ModeOn({ mode, isManager }: { readonly mode: Mode; readonly isManager: boolean }) {
  const { reason, startedAt, startedBy, waiting, missing } = mode;
  const isMatched = missing.length === 0;
  return (
    <section className="sure" aria-labelledby="mode-title">
      <h2 id="mode-title">{words.modeOn}</h2>
      <p>
        {words.modeText} {words.modeSince(formatInstant(startedAt))} <Actor id={startedBy} />: “{reason}”
      </p>
      {waiting === 0 ? null : <p>{words.modeWaiting(waiting)}</p>}
      {isMatched ? (
        <p>{words.modeNothing}</p>
      ) : (
        <>
          <p>
            <b>{words.modeMissing}</b>
          </p>
          <ul>
            {missing.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
          <p className="row">
            <Link to="/money/reconciliation/differences" search={{ state: "open" }}>
              {words.modeDifferences}
            </Link>
            <Link to="/money/reconciliation/reports">{words.modeReports}</Link>
          </p>
          <p>{words.modeNotYet}</p>
        </>
      )}
      {isManager && isMatched ? (
        <WithReason act={client.endReconcileMode} says={words.modeEnded} button={words.modeEnd} />
      ) : null}
    </section>
  );
}

/** Begun by hand: folded away, because it is rare and stops everybody. */
export function StartMode() {
  const { role } = useRole();
  const { data } = useQuery(queries.status());
  const [isOpen, open] = useState(false);
  if (role !== "manager" || data?.reconciling !== null) {
    return null;
  }
  if (!isOpen) {
    return (
      <p>
        <button type="button" className="text-button" onClick={() => open(true)}>
          {words.modeStart}
        </button>
      </p>
    );
  }
  return (
    <div className="sure">
      <p>{words.modeStartNote}</p>
      <WithReason
        act={client.startReconcileMode}
        says={words.modeStarted}
        button={words.modeSure}
        onClose={() => open(false)}
      />
    </div>
  );
}

function WithReason(props: {
  readonly act: (command: CommandOf<"startReconcileMode">) => Promise<unknown>;
  readonly says: string;
  readonly button: string;
  readonly onClose?: () => void;
}) {
  const { act, says, button, onClose } = props;
  const [reason, setReason] = useState("");
  const acting = useMoneyAct(act, () => says, onClose);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "") {
          acting.perform({ reason: reason.trim() });
        }
      }}
    >
      <TextInput
        label={money.reason}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" color="red" loading={acting.pending} disabled={reason.trim() === ""}>
          {button}
        </Button>
        {onClose === undefined ? null : (
          <Button variant="default" onClick={onClose}>
            {en.shell.close}
          </Button>
        )}
      </div>
      {acting.problem === undefined ? null : <ProblemCard problem={acting.problem} />}
    </form>
  );
}
