import { Button, NativeSelect, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { type CommandOf, isRefused, type ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { formatDay } from "../format/index.ts";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { warranty as words } from "../words/en/warranty.ts";
import { en } from "../words/en.ts";
import { useWarrantyAct } from "./useWarrantyAct.ts";
import type { Warranty } from "./warrantyQueries.ts";

type Told = CommandOf<"tellWarranty">;
const FIELDS = { purchased: "purchasedOn", shipped: "shippedOn", made: "madeOn", ends: "lastDay" } as const;
type What = keyof typeof FIELDS | "activated";

/** Changes how a warranty began: what was seen, what that would change, and only then it is saved. */
export function WarrantyForm(props: { readonly warranty: Warranty; readonly onClose: () => void }) {
  const { warranty, onClose } = props;
  const [told, setTold] = useState({ what: "purchased" as What, day: "", proof: "", reason: "" });
  const [preview, setPreview] = useState<ReplyOf<"previewWarranty">>();
  const looking = useAct(client.previewWarranty, (reply) => setPreview(isRefused(reply) ? undefined : reply));
  const saving = useWarrantyAct(client.tellWarranty, () => words.saved, onClose);
  const change = (more: Partial<typeof told>) => {
    setTold({ ...told, ...more });
    setPreview(undefined);
    looking.reset();
    saving.reset();
  };
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    (preview === undefined ? looking : saving).perform(commandOf(warranty, told));
  };
  const text = (name: "proof" | "reason") => ({
    ...{ label: words[name], value: told[name], required: true },
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      change({ [name]: event.currentTarget.value }),
  });
  const problem = saving.problem ?? looking.problem;
  return (
    <form className="form card" onSubmit={send}>
      <NativeSelect
        label={words.what}
        value={told.what}
        data={(["activated", "purchased", "shipped", "made", "ends"] as const).map((value) => ({
          value,
          label: words.bases[value],
        }))}
        onChange={(event) => change({ what: event.currentTarget.value as What, day: "" })}
      />
      <TextInput
        label={told.what === "activated" ? words.hour : words.day}
        type={told.what === "activated" ? "datetime-local" : "date"}
        required
        value={told.day}
        onChange={(event) => change({ day: event.currentTarget.value })}
      />
      <TextInput {...text("proof")} description={words.proofHint} maxLength={200} />
      <TextInput {...text("reason")} maxLength={500} />
      {preview === undefined ? null : <Preview before={warranty} preview={preview} />}
      <div className="row">
        <Button type="submit" loading={looking.pending || saving.pending}>
          {preview === undefined ? words.preview : words.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {en.shell.close}
        </Button>
      </div>
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </form>
  );
}

/** A first activation is told with its hour, as registries have it. */
function commandOf(
  { device: id, seen }: Warranty,
  { what, day, proof, reason }: { what: What; day: string; proof: string; reason: string },
): Told {
  const said = { id, seen, proof: proof.trim(), reason: reason.trim() };
  if (what !== "activated") {
    return { ...said, [FIELDS[what]]: day };
  }
  return { ...said, activatedAt: new Date(`${day}:00Z`).toISOString() };
}

function Preview(props: { readonly before: Warranty; readonly preview: ReplyOf<"previewWarranty"> }) {
  const { before, preview } = props;
  const lastOf = ({ versions }: Warranty) =>
    versions.find(({ component, stands }) => component === "device" && stands)?.lastDay;
  const last = lastOf(preview.warranty);
  return (
    <div role="status">
      <p>{last === undefined || last === lastOf(before) ? words.wouldNot : words.would(formatDay(last))}</p>
      {preview.cases.length === 0 ? <p className="muted">{words.casesNone}</p> : null}
      <ul className="plain">
        {preview.cases.map(({ id, from, to }) => (
          <li key={id}>
            {words.case}{" "}
            <Link to="/cases/$id" params={{ id }}>
              {id.slice(-9)}
            </Link>{" "}
            {from === to ? words.caseSame(outcome(from)) : words.caseWould(outcome(from), outcome(to))}
          </li>
        ))}
      </ul>
    </div>
  );
}

function outcome(name: string): string {
  return (en.receipt.outcomes as Readonly<Record<string, string>>)[name] ?? name;
}
