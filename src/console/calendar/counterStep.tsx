import { useEffect, useRef } from "react";
import type { Claim, ClaimPage } from "../../client/index.ts";
import { Bench } from "../bench/bench.tsx";
import { ChoiceSheet } from "../case/choicePage.tsx";
import { IntakeForm } from "../intake/intakeForm.tsx";
import { HandOver } from "../ship/handOver.tsx";
import { SwapForm } from "../swap/swapPage.tsx";
import { calendar as words } from "../words/en/calendar.ts";
import type { CounterStepName } from "./stepLine.tsx";

/** The step a case is at, once its owner is here. */
export function stepAt({ next }: Pick<Claim, "next">): CounterStepName {
  switch (next.what) {
    case "send":
    case "send_rest":
      return "intake";
    case "inspect":
      return "inspect";
    case "choose":
    case "pay":
      return "choose";
    case "replace":
      return "swap";
    default:
      return "handOver";
  }
}

/** The form of the step that is due, as it stands on its own screen. Who works by keyboard goes on in it. */
export function CounterStep({ step, page }: { readonly step: CounterStepName; readonly page: ClaimPage }) {
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = frame;
    if (current !== null && !current.contains(document.activeElement)) {
      const first = "[data-scan], input:not([type=hidden]), select, button";
      (current.querySelector<HTMLElement>(first) ?? current).focus();
    }
  }, []);
  return (
    <section ref={frame} className="counter-step" tabIndex={-1} aria-label={words.counterStep[step]}>
      <h2>{words.counterStep[step]}</h2>
      <FormOf step={step} page={page} />
    </section>
  );
}

function FormOf({ step, page }: { readonly step: CounterStepName; readonly page: ClaimPage }) {
  switch (step) {
    case "intake":
      return <IntakeForm page={page} />;
    case "inspect":
      return <Bench page={page} />;
    case "choose":
      return <ChoiceSheet page={page} />;
    case "swap":
      return <SwapForm page={page} />;
    case "handOver":
      return <HandOver claim={page.claim} />;
    case "arrive":
      return null;
  }
}
