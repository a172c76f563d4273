import { useState } from "react";
import type { ReplyOf } from "../../client/index.ts";
import { ToolNav } from "../codes/toolNav.tsx";
import { PageHead } from "../parts/index.ts";
import { tools as words } from "../words/en/tools.ts";
import { TillForm, type TillRow } from "./tillForm.tsx";
import { TillOutcome } from "./tillOutcome.tsx";

export type Outcome = ReplyOf<"activateMany">["data"][number];

/** Binds a code to a device in front of the customer: scan, scan, name, done. */
export function TillPage() {
  const [done, setDone] = useState<{ readonly row: TillRow; readonly outcome: Outcome }>();
  return (
    <div className="page">
      <PageHead title={words.tillTitle} about={words.tillAbout} />
      <ToolNav />
      {done?.outcome.contract ? (
        <TillOutcome {...done} onNext={() => setDone(undefined)} />
      ) : (
        <TillForm outcome={done?.outcome} onDone={(row, outcome) => setDone({ row, outcome })} />
      )}
    </div>
  );
}
