import { useQuery } from "@tanstack/react-query";
import { formatSerial } from "../format/formatSerial.ts";
import { Section } from "../parts/page.tsx";
import { poolQueries } from "../pool/poolQueries.ts";
import { useCentres } from "../pool/useCentres.ts";
import { pool as words } from "../words/en/pool.ts";

/** The serial of the unit that is set aside for a case; undefined while nothing is, or nobody knows. */
export function useSuggested(claim: string): string | undefined {
  return useQuery(poolQueries.replacement(claim)).data?.reserved?.unit.serial;
}

/** The unit of the pool that is set aside for a case: which, where it stands, and why this one. */
export function SuggestedUnit(props: {
  readonly claim: string;
  /** The device of the case: a unit of its model is called by the name it has. */
  readonly device: { readonly model: string; readonly name: string };
}) {
  const { claim, device } = props;
  const { data } = useQuery(poolQueries.replacement(claim));
  const { nameOf } = useCentres();
  if (data?.waits === true) {
    return <p className="muted">{words.waits}</p>;
  }
  if (data?.reserved === undefined) {
    return null;
  }
  const { unit, why } = data.reserved;
  return (
    <Section title={words.suggested}>
      <p className="big">
        <b>{formatSerial(unit.serial)}</b> {unit.model === device.model ? device.name : unit.model},{" "}
        {words.grades[unit.grade]},{" "}
        {words.suggestedAt(
          [unit.centre === undefined ? "" : nameOf(unit.centre), unit.shelf].join(" ").trim() ||
            words.noCentre,
        )}
      </p>
      <p className="muted">{words.why[why]}</p>
    </Section>
  );
}
