import { Button, TextInput } from "@mantine/core";
import { useRef } from "react";
import { calendar as words } from "../words/en/calendar.ts";
import { newKey, type Row } from "./centreTold.ts";

/** A box of a line: its name, which is the server's, and what it takes. */
export interface Field<Name extends string> {
  readonly name: Name;
  readonly type?: "date" | "number";
  readonly required?: boolean;
}

/** What is wrong at a pointer, and below it unless that is not wanted. */
export type FaultAt = (pointer: string, below?: boolean) => string | undefined;

/** Lines of a list, each with its boxes: added at the end, taken out one by one. */
export function RowList<Name extends string>(props: {
  readonly list: keyof typeof words.lists;
  readonly fields: readonly Field<Name>[];
  readonly rows: readonly Row<Name>[];
  readonly fault: FaultAt;
  readonly onChange: (rows: readonly Row<Name>[]) => void;
}) {
  const { list, fields, rows, fault, onChange } = props;
  const { title, note, add, line, remove } = words.lists[list];
  const adding = useRef<HTMLButtonElement>(null);
  const append = () => {
    const empty = Object.fromEntries(fields.map(({ name }) => [name, ""]));
    onChange([...rows, { ...empty, key: newKey() } as Row<Name>]);
  };
  return (
    <>
      <h2>{title}</h2>
      <p className="muted">{note}</p>
      {rows.map((row, index) => (
        <fieldset key={row.key} className="row end plain-set" aria-label={line(index + 1)}>
          {fields.map(({ name, ...box }, place) => (
            <TextInput
              key={name}
              {...box}
              label={words.fields[name as keyof typeof words.fields]}
              value={row[name]}
              error={faultOf(fault, `/${list}/${index}`, name, place === 0)}
              onChange={({ currentTarget: { value } }) =>
                onChange(rows.map((each) => (each === row ? { ...each, [name]: value } : each)))
              }
            />
          ))}
          <Button
            variant="default"
            aria-label={remove(index + 1)}
            onClick={() => {
              onChange(rows.filter((each) => each !== row));
              adding.current?.focus();
            }}
          >
            ×
          </Button>
        </fieldset>
      ))}
      <div className="row">
        <Button ref={adding} variant="default" onClick={append}>
          {add}
        </Button>
      </div>
    </>
  );
}

/** What is said of a whole line stands at its first box. */
function faultOf(fault: FaultAt, line: string, name: string, isFirst: boolean): string | undefined {
  return fault(`${line}/${name}`) ?? (isFirst ? fault(line, false) : undefined);
}
