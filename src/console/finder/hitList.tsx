import { Link } from "@tanstack/react-router";
import type { ReplyOf } from "../../client/index.ts";
import { formatDay } from "../format/formatDate.ts";
import { formatSerial } from "../format/formatSerial.ts";
import { finder as words } from "../words/en/finder.ts";
import { intake } from "../words/en/intake.ts";
import { pool } from "../words/en/pool.ts";
import { tools } from "../words/en/tools.ts";
import { verifications } from "../words/en/verifications.ts";
import { en } from "../words/en.ts";
import { hitPlace } from "./hitPlace.ts";
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

type More = ReplyOf<"searchAnything">["more"];

/** The name of a kind, and how many of it are not shown. */
function headOf(kind: Hit["kind"], more: More): string {
  const beyond = more.find((one) => one.kind === kind);
  const name = words.kinds[kind];
  return beyond === undefined ? name : words.andMore(name, beyond.count);
}

/** The id of an option in the page. */
export function optionId(at: number): string {
  return `found-${at}`;
}

/**
 * What was found, in groups. Each is a way to its page, for a click of any kind, a new tab, and what helps
 * somebody; the focus stays in the box, and the one that Enter opens is marked.
 */
export function HitList(props: {
  readonly hits: readonly Hit[];
  readonly active: number;
  /** How many more there are of a kind; none of how many where nobody counted. */
  readonly more: More;
  /** It is what an earlier text found; the answer to what stands there now is on its way. */
  readonly isOfEarlier: boolean;
  /** One of them was opened here. */
  readonly onOpen: () => void;
}) {
  const { hits, active, more, isOfEarlier, onOpen } = props;
  return (
    <div className="hits">
      <div id="found" role="listbox" aria-label={words.results} aria-busy={isOfEarlier}>
        {foundKinds
          .filter((kind) => hits.some((hit) => hit.kind === kind))
          .map((kind) => (
            <fieldset key={kind} className="hit-group">
              <legend>{headOf(kind, more)}</legend>
              {hits.map((hit, at) =>
                hit.kind === kind ? (
                  <Option key={hit.id} hit={hit} at={at} chosen={at === active} onOpen={onOpen} />
                ) : null,
              )}
            </fieldset>
          ))}
      </div>
      {more.length > 0 ? <p className="muted">{words.more}</p> : null}
    </div>
  );
}

function Option(props: {
  readonly hit: Hit;
  readonly at: number;
  readonly chosen: boolean;
  readonly onOpen: () => void;
}) {
  const { hit, at, chosen, onOpen } = props;
  const { kind, about, state, by, found } = hit;
  const stateSaid = state === undefined ? undefined : states[kind]?.[state];
  const what = [about, stateSaid].filter((said) => said !== undefined).join(", ");
  const why = [words.by[by], found].filter((said) => said !== undefined && said !== "").join(" ");
  return (
    <Link
      {...(hitPlace(hit) as { to: "/" })}
      id={optionId(at)}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className="hit"
      // A press does not take the focus from the box, whose keys go on.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        if (!(event.ctrlKey || event.metaKey || event.shiftKey)) {
          onOpen();
        }
      }}
      ref={(element) => {
        if (chosen) {
          element?.scrollIntoView({ block: "nearest" });
        }
      }}
    >
      <b>{nameOf(hit)}</b> <span>{what}</span> {why === "" ? null : <span className="muted">{why}</span>}{" "}
      {hit.at === undefined ? null : <span className="muted">{formatDay(hit.at)}</span>}
    </Link>
  );
}

/** What it is known by: a serial in fours, a place as it is written, or else its id. */
function nameOf({ kind, id, text }: Hit): string {
  if (text === undefined) {
    return id;
  }
  return kind === "stray" || kind === "code" || kind === "order" ? text : formatSerial(text);
}
