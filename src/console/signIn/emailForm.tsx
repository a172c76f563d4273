import { Button, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { signIn } from "../client.ts";
import { ProblemCard } from "../parts/problemCard.tsx";
import { useAct } from "../parts/useAct.ts";
import { en } from "../words/en.ts";
import type { Mailed } from "./signInPage.tsx";

/** Asks for the address and mails a code to it. */
export function EmailForm({ onMailed }: { readonly onMailed: (mailed: Mailed) => void }) {
  const [email, setEmail] = useState("");
  const mailing = useAct(mailCode, onMailed);
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    mailing.perform(email.trim());
  };
  return (
    <form onSubmit={send}>
      <TextInput
        label={en.shell.email}
        type="email"
        name="email"
        autoComplete="email webauthn"
        enterKeyHint="send"
        autoFocus
        required
        maxLength={200}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Button type="submit" loading={mailing.pending} fullWidth>
        {en.shell.sendCode}
      </Button>
      {mailing.problem === undefined ? null : <ProblemCard problem={mailing.problem} />}
    </form>
  );
}

/** Mails a code and says what to wait for. */
export async function mailCode(email: string): Promise<Mailed> {
  const { validMinutes, resendAfterSeconds } = await signIn.requestCode(email);
  return { email, validMinutes, againAt: Date.now() + resendAfterSeconds * 1000 };
}
