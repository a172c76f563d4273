import { Button, TextInput } from "@mantine/core";
import { type SubmitEvent, useEffect, useState } from "react";
import { signIn } from "../client.ts";
import { ProblemCard } from "../parts/problemCard.tsx";
import { useAct } from "../parts/useAct.ts";
import { en } from "../words/en.ts";
import { mailCode } from "./emailForm.tsx";
import type { Mailed } from "./signInPage.tsx";

/** Takes the six digits from the mail: typed, pasted or filled in. */
export function CodeForm(props: {
  readonly mailed: Mailed;
  readonly onMailed: (mailed: Mailed | undefined) => void;
  readonly onSignedIn: () => Promise<void>;
}) {
  const { mailed, onMailed, onSignedIn } = props;
  const [code, setCode] = useState("");
  const wait = useSecondsUntil(mailed.againAt);
  const entering = useAct((typed: string) => signIn.signIn(mailed.email, typed), onSignedIn);
  const again = useAct(mailCode, onMailed);
  const enter = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    entering.perform(code);
  };
  const problem = entering.problem ?? again.problem;
  return (
    <form onSubmit={enter}>
      <p>{en.shell.codeSent(mailed.email, mailed.validMinutes)}</p>
      <TextInput
        label={en.shell.code}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        enterKeyHint="go"
        autoFocus
        required
        minLength={6}
        maxLength={12}
        className="code-box"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" loading={entering.pending} fullWidth>
        {en.shell.codeButton}
      </Button>
      {problem === undefined ? null : <ProblemCard problem={problem} />}
      <div className="row">
        <button
          type="button"
          className="text-button"
          disabled={wait > 0 || again.pending}
          onClick={() => again.perform(mailed.email)}
        >
          {wait > 0 ? en.shell.codeAgainIn(wait) : en.shell.codeAgain}
        </button>
        <button type="button" className="text-button" onClick={() => onMailed(undefined)}>
          {en.shell.otherEmail}
        </button>
      </div>
    </form>
  );
}

function useSecondsUntil(at: number): number {
  const [left, setLeft] = useState(() => Math.max(Math.ceil((at - Date.now()) / 1000), 0));
  useEffect(() => {
    const tick = () => setLeft(Math.max(Math.ceil((at - Date.now()) / 1000), 0));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [at]);
  return left;
}
