import { formatDay } from "../format/formatDate.ts";
import { formatSerial } from "../format/formatSerial.ts";
import { finder as words } from "../words/en/finder.ts";
import { intake } from "../words/en/intake.ts";
import { pool } from "../words/en/pool.ts";
import { tools } from "../words/en/tools.ts";
import { verifications } from "../words/en/verifications.ts";
import { en } from "../words/en.ts";
import { foundKinds } from "./hitsInOrder.ts";
import type { Hit } from "./surest.ts";

/** The states that are said, by what they are of. */
const states: Readonly<Partial<Record<Hit["kind"], Readonly<Record<string, string>>>>> = {
  case: en.field.states,
  contract: en.field.contracts,
  order: en.field.orders,
  verification: verifications.states,
  stray: intake.strayStates,
  unit: pool.states,
  code: tools.codeStates,
};

/** The id of an option in the page. */
export function optionId(at: number): string {
  return `found-${at}`;
}

/** What was found, in groups. The focus stays in the box; the one that Enter opens is marked. */
export function HitList(props: {
  readonly hits: readonly Hit[];
  readonly active: number;
  readonly more: boolean;
  readonly onChoose: (hit: Hit) => void;
}) {
  const { hits, active, more, onChoose } = props;
  return (
    <div className="hits">
      <div id="found" role="listbox" aria-label={words.results}>
        {foundKinds
          .filter((kind) => hits.some((hit) => hit.kind === kind))
          .map((kind) => (
            <fieldset key={kind} className="hit-group">
              <legend>{words.kinds[kind]}</legend>
              {hits.map((hit, at) =>
                hit.kind === kind ? (
                  <Option key={hit.id} hit={hit} at={at} chosen={at === active} onChoose={onChoose} />
                ) : null,
              )}
            </fieldset>
          ))}
      </div>
      {more ? <p className="muted">{words.more}</p> : null}
    </div>
  );
}

function Option(props: {
  readonly hit: Hit;
  readonly at: number;
  readonly chosen: boolean;
  readonly onChoose: (hit: Hit) => void;
}) {
  const { hit, at, chosen, onChoose } = props;
  const { kind, about, state, by, found } = hit;
  const stateSaid = state === undefined ? undefined : states[kind]?.[state];
  const what = [about, stateSaid].filter((said) => said !== undefined).join(", ");
  const why = [words.by[by], found].filter((said) => said !== undefined && said !== "").join(" ");
  return (
    // The keys of an option are the box's: the focus never leaves it.
    <div
      id={optionId(at)}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className="hit"
      onPointerDown={(event) => event.preventDefault()}
      onPointerUp={() => onChoose(hit)}
      ref={(element) => {
        if (chosen) {
          element?.scrollIntoView({ block: "nearest" });
        }
      }}
    >
      <b>{nameOf(hit)}</b> <span>{what}</span> {why === "" ? null : <span className="muted">{why}</span>}{" "}
      {hit.at === undefined ? null : <span className="muted">{formatDay(hit.at)}</span>}
    </div>
  );
}

/** What it is known by: a serial in fours, a place as it is written, or else its id. */
function nameOf({ kind, id, text }: Hit): string {
  if (text === undefined) {
    return id;
  }
  return kind === "stray" || kind === "code" || kind === "order" ? text : formatSerial(text);
}
