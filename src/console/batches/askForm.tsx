import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { batches as words } from "../words/en/batches.ts";
import { en } from "../words/en.ts";
import { batchQueries, readBatchesAgain } from "./batchQueries.ts";

const NOTHING = { sku: "", region: "EU", quantity: "100", useBy: "", note: "" };

/** Asks for codes of a plan. */
export function AskForm({ onClose }: { readonly onClose: () => void }) {
  const [told, setTold] = useState(NOTHING);
  const announce = useAnnounce();
  const { data } = useQuery(batchQueries.plans());
  const plans = data?.data ?? [];
  const asking = useAct(client.askBatch, async ({ quantity }) => {
    announce(words.asked(quantity));
    await readBatchesAgain();
    onClose();
  });
  const box = (name: keyof typeof NOTHING, label: string) => ({
    ...{ label, value: told[name], error: asking.problem?.faultAt(`/${name}`) },
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setTold({ ...told, [name]: event.currentTarget.value }),
  });
  const ask = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { sku, region, quantity, useBy, note } = told;
    asking.perform({
      ...{ region, quantity: Number(quantity), sku: sku || (plans[0]?.sku ?? "") },
      ...(useBy === "" ? {} : { useBy }),
      ...(note === "" ? {} : { note }),
    });
  };
  return (
    <form className="form card" onSubmit={ask}>
      <NativeSelect
        {...box("sku", words.plan)}
        data={plans.map(({ sku, name }) => ({ value: sku, label: `${name} · ${sku}` }))}
      />
      <TextInput {...box("region", words.region)} description={words.regionHint} required maxLength={20} />
      <TextInput {...box("quantity", words.quantity)} type="number" min={1} max={100_000} required />
      <TextInput {...box("useBy", words.useBy)} description={words.useByHint} type="date" />
      <TextInput {...box("note", words.note)} maxLength={500} />
      <div className="row">
        <Button type="submit" loading={asking.pending} disabled={plans.length === 0}>
          {words.ask}
        </Button>
        <Button variant="default" onClick={onClose}>
          {en.shell.close}
        </Button>
      </div>
      {asking.problem === undefined ? null : <ProblemCard problem={asking.problem} />}
    </form>
  );
}
