import { calendar as words } from "../words/en/calendar.ts";

export const counterSteps = ["arrive", "intake", "inspect", "choose", "swap", "handOver"] as const;
export type CounterStepName = (typeof counterSteps)[number];

/** Where a visit stands. */
export function StepLine({ step }: { readonly step: CounterStepName }) {
  return (
    <ol className="row counter-steps" aria-label={words.counterSteps}>
      {counterSteps.map((name) => (
        <li key={name} aria-current={name === step ? "step" : undefined}>
          {name === step ? <b>{words.counterStep[name]}</b> : words.counterStep[name]}
        </li>
      ))}
    </ol>
  );
}
