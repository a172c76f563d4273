import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { useSaveCase } from "../case/useSaveCase.ts";
import { client } from "../client.ts";
import { ProblemCard } from "../parts/problemCard.tsx";
import { intake as words } from "../words/en/intake.ts";

type Told = Omit<CommandOf<"reportMismatch">, "choice" | "reason">;
type Choice = CommandOf<"reportMismatch">["choice"];

/**
 * The ways to go on with what is not as it was awaited: ask, send back, or go on. Each needs a sentence, and
 * the owner reads it.
 */
export function Differs(props: {
  readonly told: Told;
  readonly choices: readonly Choice[];
  /** What the owner would be asked, until somebody writes something else. */
  readonly question: string;
  readonly onDone: () => void;
}) {
  const { told, choices, question, onDone } = props;
  const [chosen, choose] = useState<Choice>();
  const [reason, setReason] = useState("");
  const done = () => {
    onDone();
    return chosen === undefined ? "" : words.done[chosen];
  };
  // A question can be taken back; what was taken in or is sent back cannot.
  const undo = {
    act: () => client.withdrawQuestion({ id: told.id, reason: words.withdrawReason }),
    says: words.withdrawn,
  };
  const saving = useSaveCase(client.reportMismatch, done, () => (chosen === "ask" ? undo : undefined));
  const begin = (choice: Choice) => {
    choose(choice);
    setReason(choice === "ask" ? question : "");
  };
  const send = () => {
    if (chosen !== undefined && reason.trim() !== "") {
      saving.perform({ ...told, choice: chosen, reason: reason.trim() });
    }
  };
  const names: Readonly<Record<Choice, string>> = {
    ask: words.ask,
    refuse: words.refuse,
    continue: words.goOn,
  };
  return (
    <>
      <div className="row">
        {choices.map((choice) => (
          <Button
            key={choice}
            variant={choice === chosen ? "filled" : "default"}
            aria-pressed={choice === chosen}
            onClick={() => begin(choice)}
          >
            {names[choice]}
          </Button>
        ))}
      </div>
      {chosen === undefined ? null : (
        <form
          className="write"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <Textarea
            key={chosen}
            autoFocus
            label={words.says[chosen]}
            description={words.saysHint}
            maxLength={500}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey) {
                event.preventDefault();
                send();
              }
            }}
          />
          {chosen === "ask" ? null : <p className="muted">{words.forGood}</p>}
          <Button type="submit" disabled={reason.trim() === ""} loading={saving.pending}>
            {words.send[chosen]}
          </Button>
        </form>
      )}
      {saving.problem === undefined ? null : <ProblemCard problem={saving.problem} />}
    </>
  );
}
