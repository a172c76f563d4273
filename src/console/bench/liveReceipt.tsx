import { Button } from "@mantine/core";
import type { Choice, Claim, CommandOf } from "../../client/index.ts";
import { Money } from "../parts/money.tsx";
import { ProblemCard } from "../parts/problemCard.tsx";
import { ReceiptView } from "../parts/receiptView.tsx";
import type { Acting } from "../parts/useAct.ts";
import { en } from "../words/en.ts";
import { FoundList } from "./foundList.tsx";
import type { LiveFindings } from "./useInspection.ts";

/** The receipt as it would be, the choice sheet the owner would get, and the button that makes it so. */
export function LiveReceipt(props: {
  readonly live: LiveFindings;
  readonly saving: Acting<CommandOf<"inspectDevice">>;
  /** What the owner told of the incident. */
  readonly told: Claim["incident"];
  readonly again: boolean;
  readonly onSave: () => void;
}) {
  const { live, saving, told, again, onSave } = props;
  const words = en.bench;
  const outcome = live.receipt?.outcome as keyof typeof en.receipt.outcomes | undefined;
  const said = outcome === undefined ? "" : en.receipt.outcomes[outcome];
  return (
    <>
      <p className="visually-hidden" role="status">
        {live.behind && !live.isOwn ? words.deciding : said}
      </p>
      <div className={live.behind && !live.isOwn ? "live behind" : "live"}>
        {live.problem === undefined ? null : (
          <ProblemCard problem={live.problem}>
            <button type="button" className="text-button" onClick={live.again}>
              {en.shell.retry}
            </button>
          </ProblemCard>
        )}
        {live.differs ? <p className="refusal">{words.differs}</p> : null}
        {live.refusal === undefined || live.isOwn ? null : (
          <p className="refusal">
            {live.refusal.says} {live.refusal.next}
          </p>
        )}
        {live.found.length === 0 ? null : (
          <>
            <FoundList found={live.found} told={told} />
            <ChoiceLines choices={live.choices} />
          </>
        )}
        {live.receipt === undefined || live.found.length > 0 ? null : (
          <ReceiptView receipt={live.receipt}>
            <ChoiceLines choices={live.choices} />
          </ReceiptView>
        )}
      </div>
      <div className="bench-save">
        <p className="muted">{hintOf(live)}</p>
        <Button disabled={!live.settles} loading={saving.pending} onClick={onSave} fullWidth>
          {again ? words.saveAgain : words.save}
        </Button>
        {saving.problem === undefined ? null : <ProblemCard problem={saving.problem} />}
      </div>
    </>
  );
}

function hintOf({ isOwn, isWhole, refusal }: LiveFindings): string {
  if (!isWhole) {
    return en.bench.further.unfinished;
  }
  if (isOwn) {
    return en.bench.ownHint;
  }
  return refusal === undefined ? en.bench.receiptHint : en.bench.cannotSave;
}

/** The choice sheet the owner would get, a way a line. */
function ChoiceLines({ choices }: { readonly choices: readonly Choice[] }) {
  if (choices.length === 0) {
    return null;
  }
  const onlyReturn = choices.every(({ route }) => route === "return");
  return (
    <>
      <h3>{en.cases.choiceSheet}</h3>
      <table aria-label={en.cases.choiceSheet}>
        <tbody>
          {choices.map(({ route, fee, workingDays, ways }) => (
            <tr key={route}>
              <td>
                {en.field.routes[route]}
                {ways === undefined || route === "return" ? null : (
                  <span className="muted ways">{waysText(ways)}</span>
                )}
              </td>
              <td className="number">
                <Money of={fee} />
              </td>
              <td className="number muted">{en.cases.dayCount(workingDays)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {onlyReturn ? <p className="refusal">{en.bench.onlyReturn}</p> : null}
    </>
  );
}

/** What a way does about each finding: `1 by the plan, 2 done with it`. */
function waysText(ways: NonNullable<Choice["ways"]>): string {
  return ways.map(({ finding, how }) => `${finding} ${en.bench.further.ways[how]}`).join(", ");
}
