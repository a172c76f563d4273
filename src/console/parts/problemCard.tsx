import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ProblemError } from "../../client/index.ts";
import { en } from "../words/en.ts";

/** Why something did not go through and what to do now. Said at once, because somebody waits for it. */
export function ProblemCard(props: { readonly problem: ProblemError; readonly children?: ReactNode }) {
  const { problem, children } = props;
  const id = problem.status >= 500 ? problem.requestId : undefined;
  return (
    <AlertCard title={problem.message}>
      {problem.next === undefined ? null : <p>{problem.next}</p>}
      {problem.errors.length > 1 ? (
        <ul>
          {problem.errors.map((fault) => (
            <li key={`${fault.pointer} ${fault.code}`}>{fault.message}</li>
          ))}
        </ul>
      ) : null}
      {id === undefined ? null : <p className="muted">{en.shell.problemId(id)}</p>}
      {children}
    </AlertCard>
  );
}

/** A loud red card: a mismatch, a refusal. */
export function AlertCard({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="alert-card" role="alert">
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        <p className="alert-title">{title}</p>
        {children}
      </div>
    </div>
  );
}
