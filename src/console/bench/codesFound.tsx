import { Checkbox, MultiSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Findings, ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { quotes as words } from "../words/en/quotes.ts";
import type { Draft } from "./draft.ts";

type Code = ReplyOf<"listBenchCodes">["data"][number];
type Codes = Draft["codes"];

/** What the device shows, what was found and what was looked at, by the lists of its family. */
export function CodesFound(props: {
  readonly series: string;
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}) {
  const { series, draft, onChange } = props;
  const query = useQuery({
    queryKey: ["bench-codes", series],
    queryFn: ({ signal }) => client.listBenchCodes({ families: `*,${series}`, limit: 200 }, { signal }),
  });
  const known = query.data?.data ?? [];
  const of = (kind: Code["kind"]) => known.filter((code) => code.kind === kind);
  const options = (kind: Code["kind"]) =>
    of(kind).map(({ code, title }) => ({ value: code, label: `${code} ${title}` }));
  if (known.length === 0) {
    return null;
  }
  const set = (codes: Partial<Codes>) => onChange({ codes: { ...draft.codes, ...codes } });
  return (
    <>
      <MultiSelect
        label={words.symptoms}
        searchable
        data={options("symptom")}
        value={[...draft.codes.symptoms]}
        onChange={(symptoms) => set({ symptoms })}
      />
      <MultiSelect
        label={words.found}
        searchable
        data={options("finding")}
        value={[...draft.codes.findings]}
        onChange={(findings) =>
          onChange({ ...meantBy(draft, of("finding"), findings), codes: { ...draft.codes, findings } })
        }
      />
      {of("check").length === 0 ? null : (
        <fieldset>
          <legend>{words.checks}</legend>
          {of("check").map(({ code, title }) => (
            <Checkbox
              key={code}
              label={title}
              checked={draft.codes.good.includes(code)}
              onChange={(event) =>
                set({
                  good: event.currentTarget.checked
                    ? [...draft.codes.good, code]
                    : draft.codes.good.filter((other) => other !== code),
                })
              }
            />
          ))}
        </fieldset>
      )}
    </>
  );
}

/** What the codes say of cause, loss and parts, where nobody has said it: the receipt goes by it at once. */
function meantBy(draft: Draft, known: readonly Code[], codes: readonly string[]): Partial<Draft> {
  const facts = codes.flatMap((code) => known.find((each) => each.code === code)?.facts ?? []);
  const cause = draft.cause ?? facts.find((each) => each.cause !== undefined)?.cause;
  const lost = draft.lost ?? facts.find((each) => each.lost !== undefined)?.lost;
  const parts = [...new Set(facts.flatMap((each) => each.parts ?? []))];
  return {
    cause: cause as Findings["cause"],
    lost: lost as Findings["lost"],
    parts: draft.parts ?? (parts.length === 0 ? undefined : parts),
  };
}
