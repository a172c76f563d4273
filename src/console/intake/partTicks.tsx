import { Checkbox } from "@mantine/core";
import { Section } from "../parts/page.tsx";
import { useArrows } from "../parts/useArrows.ts";
import { en } from "../words/en.ts";

const everyPart = Object.keys(en.field.parts) as (keyof typeof en.field.parts)[];

/** One tick for each part: those that must come back first and marked, those that came before as such. */
export function PartTicks(props: {
  readonly expected: readonly string[];
  readonly here: readonly string[];
  readonly ticked: readonly string[];
  readonly onTick: (parts: readonly string[]) => void;
  /** Enter: everything is ticked. */
  readonly onDone: () => void;
}) {
  const { expected, here, ticked, onTick, onDone } = props;
  useArrows('input[name="part"]');
  const ordered = [
    ...everyPart.filter((part) => expected.includes(part)),
    ...everyPart.filter((part) => !expected.includes(part)),
  ];
  const due = expected.filter((part) => !here.includes(part));
  const tick = (part: string, on: boolean) =>
    onTick(on ? [...ticked, part] : ticked.filter((other) => other !== part));
  return (
    <Section title={en.cases.expected} note={en.cases.expectedHint}>
      <div className="ticks">
        {due.length > 1 ? (
          <button
            type="button"
            className="text-button"
            onClick={() => onTick([...new Set([...ticked, ...due])])}
          >
            {en.cases.allHere}
          </button>
        ) : null}
        {ordered.map((part) => (
          <div key={part} className="tick">
            <Checkbox
              name="part"
              label={en.field.parts[part]}
              checked={ticked.includes(part)}
              onChange={(event) => tick(part, event.currentTarget.checked)}
              onKeyDown={(event) => {
                if (event.key === "Enter" && !event.ctrlKey) {
                  event.preventDefault();
                  onDone();
                }
              }}
            />
            <span className="muted">
              {here.includes(part) ? en.cases.alsoHere : ""}
              {!here.includes(part) && expected.includes(part) ? en.cases.expectedMark : ""}
            </span>
          </div>
        ))}
      </div>
    </Section>
  );
}
