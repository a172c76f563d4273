import type { Choice, Route } from "../../client/index.ts";
import { FactList } from "../parts/factList.tsx";
import { Money } from "../parts/money.tsx";
import { Badge } from "../parts/stateBadge.tsx";
import { en } from "../words/en.ts";

/** The ways the owner has, side by side where there is room. */
export function ChoiceList(props: {
  readonly choices: readonly Choice[];
  readonly chosen?: Route | undefined;
  /** What can be done with a way. */
  readonly children?: (choice: Choice) => React.ReactNode;
}) {
  const words = en.cases;
  return (
    <ul className="choices">
      {props.choices.map((choice) => (
        <li key={choice.route} className={choice.route === props.chosen ? "choice chosen" : "choice"}>
          <p className="choice-name">
            <b>{en.field.routes[choice.route]}</b>{" "}
            {choice.route === props.chosen ? <Badge tone="ok">{words.chosen}</Badge> : null}
          </p>
          <FactList
            facts={[
              [words.fee, <Money key="fee" of={choice.fee} />],
              [words.days, words.dayCount(choice.workingDays)],
              [words.unit, en.field.units[choice.unit]],
              [
                en.receipt.uses,
                choice.uses === undefined
                  ? en.receipt.usesNone
                  : en.receipt.usesText(choice.uses.nth, choice.uses.left),
              ],
              ...furtherUsesOf(choice),
              ...(choice.ways ?? []).map(({ finding, how }): [string, string] => [
                en.bench.further.titled(finding),
                en.bench.further.ways[how],
              ]),
              [words.warranty, en.field.warranty[choice.warranty]],
            ]}
          />
          {props.children?.(choice)}
        </li>
      ))}
    </ul>
  );
}

/** What a way uses beside the first benefit: one line, because it is of one plan. */
function furtherUsesOf({ furtherUses = [] }: Choice): [string, string][] {
  const says = furtherUses.map(({ nth, left }) => en.receipt.usesText(nth, left));
  return says.length === 0 ? [] : [[en.cases.usesToo, says.join(", ")]];
}
