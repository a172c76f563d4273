import { Button, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { supply as words } from "../words/en/supply.ts";
import { en } from "../words/en.ts";
import { readSupplyAgain } from "./supplyQueries.ts";

const NOTHING = { supplier: "", name: "", country: "", email: "", zone: "", cutOff: "15:00" };

/** Adds a supplier. */
export function SupplierForm({ onClose }: { readonly onClose: () => void }) {
  const [told, setTold] = useState(NOTHING);
  const announce = useAnnounce();
  const adding = useAct(client.addSupplier, async ({ name }) => {
    announce(words.added(name));
    await readSupplyAgain();
    onClose();
  });
  const box = (name: keyof typeof NOTHING, label: string) => ({
    ...{ label, value: told[name], error: adding.problem?.faultAt(`/${name}`) },
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setTold({ ...told, [name]: event.currentTarget.value }),
  });
  const add = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { email, country, ...rest } = told;
    adding.perform({ ...rest, country: country.toUpperCase(), ...(email === "" ? {} : { email }) });
  };
  return (
    <form className="form card" onSubmit={add}>
      <TextInput
        {...box("supplier", words.supplier)}
        description={words.supplierHint}
        pattern="[a-z][a-z0-9\-]{0,29}"
        autoFocus
        required
      />
      <TextInput {...box("name", words.name)} required maxLength={120} />
      <TextInput {...box("country", words.country)} required pattern="[A-Za-z]{2}" maxLength={2} />
      <TextInput {...box("email", words.email)} type="email" maxLength={200} />
      <TextInput {...box("zone", words.zone)} description={words.zoneHint} required maxLength={60} />
      <TextInput {...box("cutOff", words.cutOff)} type="time" required />
      <div className="row">
        <Button type="submit" loading={adding.pending}>
          {words.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {en.shell.close}
        </Button>
      </div>
      {adding.problem === undefined ? null : <ProblemCard problem={adding.problem} />}
    </form>
  );
}
