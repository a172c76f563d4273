import { Button } from "@mantine/core";
import type { CommandOf } from "../../client/index.ts";
import { ChoiceList } from "../case/choiceList.tsx";
import { ProblemCard } from "../parts/problemCard.tsx";
import { ReceiptView } from "../parts/receiptView.tsx";
import type { Acting } from "../parts/useAct.ts";
import { en } from "../words/en.ts";
import type { Live } from "./useLiveReceipt.ts";

/** The receipt as it would be, the choice sheet the owner would get, and the button that makes it so. */
export function LiveReceipt(props: {
  readonly live: Live;
  readonly saving: Acting<CommandOf<"inspectDevice">>;
  readonly again: boolean;
  readonly onSave: () => void;
}) {
  const { live, saving, again, onSave } = props;
  const words = en.bench;
  const outcome = live.receipt?.outcome as keyof typeof en.receipt.outcomes | undefined;
  const said = outcome === undefined ? "" : en.receipt.outcomes[outcome];
  return (
    <>
      <p className="visually-hidden" role="status">
        {live.behind ? words.deciding : said}
      </p>
      <div className={live.behind ? "live behind" : "live"}>
        {live.problem === undefined ? null : <ProblemCard problem={live.problem} />}
        {live.refusal === undefined ? null : (
          <p className="refusal">
            {live.refusal.says} {live.refusal.next}
          </p>
        )}
        {live.receipt === undefined ? null : <ReceiptView receipt={live.receipt} />}
        {live.choices.length === 0 ? null : (
          <>
            <h3>{en.cases.choiceSheet}</h3>
            <ChoiceList choices={live.choices} />
          </>
        )}
      </div>
      <div className="bench-save">
        <p className="muted">{live.refusal === undefined ? words.receiptHint : words.cannotSave}</p>
        <Button disabled={!live.settles} loading={saving.pending} onClick={onSave} fullWidth>
          {again ? words.saveAgain : words.save}
        </Button>
        {saving.problem === undefined ? null : <ProblemCard problem={saving.problem} />}
      </div>
    </>
  );
}
