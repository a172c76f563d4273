import { Button } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { queryClient } from "../client.ts";
import { ProblemCard } from "../parts/problemCard.tsx";
import { useAct } from "../parts/useAct.ts";
import { queries } from "../queries.ts";
import { en } from "../words/en.ts";
import { CodeForm } from "./codeForm.tsx";
import { EmailForm } from "./emailForm.tsx";
import { canUsePasskeys, signInByPasskey } from "./passkey.ts";

/** A code that was mailed. */
export interface Mailed {
  readonly email: string;
  readonly validMinutes: number;
  /** When another may be asked for, in milliseconds of this machine's clock. */
  readonly againAt: number;
}

/** Signing in: an address, then the code from its mail; or a passkey. */
export function SignInPage() {
  const { to, ended } = useSearch({ from: "/sign-in" });
  const navigate = useNavigate();
  const [mailed, setMailed] = useState<Mailed>();
  useEffect(() => {
    document.title = en.shell.titled(en.shell.signInTitle);
  }, []);
  const enter = async () => {
    await queryClient.invalidateQueries(queries.session());
    await queryClient.fetchQuery({ ...queries.session(), staleTime: 0 });
    await navigate({ href: insideConsole(to) });
  };
  const passkey = useAct(signInByPasskey, enter);
  return (
    <main className="sign-in">
      <p className="brand">{en.shell.brand}</p>
      <h1>{en.shell.signInTitle}</h1>
      {ended === undefined ? null : <p role="status">{en.shell.sessionOver}</p>}
      {mailed === undefined ? <p className="muted">{en.shell.signInWhy}</p> : null}
      {mailed === undefined ? (
        <EmailForm onMailed={setMailed} />
      ) : (
        <CodeForm mailed={mailed} onMailed={setMailed} onSignedIn={enter} />
      )}
      {mailed === undefined && canUsePasskeys() ? (
        <Button variant="default" loading={passkey.pending} onClick={() => passkey.perform(undefined)}>
          {en.shell.passkey}
        </Button>
      ) : null}
      {passkey.problem === undefined ? null : <ProblemCard problem={passkey.problem} />}
    </main>
  );
}

/** The screen that was asked for before signing in; never another site's address. */
function insideConsole(to: string | undefined): string {
  return to?.startsWith("/") === true && !to.startsWith("//") ? to : "/";
}
