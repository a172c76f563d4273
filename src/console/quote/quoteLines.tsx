import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Claim, ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { quotes as words } from "../words/en/quotes.ts";
import { blankLine, type DraftLine } from "./quoteDraft.ts";

type Price = ReplyOf<"listBenchPrices">["data"][number];
const kinds = ["part", "labour", "shipping", "other"] as const;

/** The lines of a quote, a row each: from the price list, or in the bench's own words. */
export function QuoteLines(props: {
  readonly lines: readonly DraftLine[];
  readonly claim: Claim;
  readonly model: string;
  readonly onChange: (lines: readonly DraftLine[]) => void;
}) {
  const { lines, claim, model, onChange } = props;
  const { region, currency } = claim;
  const prices = useQuery({
    queryKey: ["bench-prices", region],
    queryFn: ({ signal }) => client.listBenchPrices({ region, limit: 200 }, { signal }),
  });
  const listed = (prices.data?.data ?? []).filter(
    (price) => price.net?.currency === currency && (price.model === null || price.model === model),
  );
  const change = (key: number, part: Partial<DraftLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  return (
    <>
      {lines.map((line, index) => (
        <fieldset key={line.key} className="row end plain-set quote-line">
          <legend className="visually-hidden">{words.line(index + 1)}</legend>
          <LineFields
            line={line}
            listed={listed}
            currency={currency}
            onChange={(part) => change(line.key, part)}
          />
          {lines.length === 1 ? null : (
            <button
              type="button"
              className="text-button"
              onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
            >
              {words.remove(index + 1)}
            </button>
          )}
        </fieldset>
      ))}
      <Button
        variant="default"
        onClick={() => onChange([...lines, blankLine(Math.max(...lines.map(({ key }) => key)) + 1)])}
      >
        {words.add}
      </Button>
    </>
  );
}

function LineFields(props: {
  readonly line: DraftLine;
  readonly listed: readonly Price[];
  readonly currency: string;
  readonly onChange: (part: Partial<DraftLine>) => void;
}) {
  const { line, listed, currency, onChange } = props;
  const items = listed.filter(({ kind }) => kind === line.kind);
  const seen = new Set<string>();
  const options = items.flatMap(({ item, title }) => {
    const isNew = !seen.has(item);
    seen.add(item);
    return isNew ? [{ value: item, label: title }] : [];
  });
  return (
    <>
      <NativeSelect
        label={words.kind}
        value={line.kind}
        data={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        onChange={(event) => onChange({ kind: event.currentTarget.value as DraftLine["kind"], item: "" })}
      />
      {options.length === 0 ? null : (
        <NativeSelect
          label={words.item}
          value={line.item}
          data={[{ value: "", label: words.none }, ...options]}
          onChange={(event) => onChange({ item: event.currentTarget.value, unit: "" })}
        />
      )}
      <TextInput
        label={words.says}
        maxLength={120}
        value={line.says}
        onChange={(event) => onChange({ says: event.currentTarget.value })}
      />
      <TextInput
        label={line.kind === "labour" ? words.hours : words.quantity}
        inputMode="decimal"
        className="number-input"
        maxLength={7}
        value={line.quantity}
        onChange={(event) => onChange({ quantity: event.currentTarget.value })}
      />
      {line.item === "" ? (
        <TextInput
          label={words.unit(currency)}
          inputMode="decimal"
          className="number-input"
          maxLength={16}
          value={line.unit}
          onChange={(event) => onChange({ unit: event.currentTarget.value })}
        />
      ) : null}
    </>
  );
}
