import { Button, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { supply as words } from "../words/en/supply.ts";
import { en } from "../words/en.ts";
import { readSupplyAgain, type Supplier } from "./supplyQueries.ts";

const NOTHING = { supplier: "", name: "", country: "", email: "", zone: "", cutOff: "15:00" };

/** Adds a supplier, or changes one, whose short name stays. */
export function SupplierForm(props: { readonly supplier: Supplier | null; readonly onClose: () => void }) {
  const { supplier, onClose } = props;
  const [told, setTold] = useState(() => (supplier === null ? NOTHING : typedOf(supplier)));
  const announce = useAnnounce();
  const adding = useAct(supplier === null ? client.addSupplier : client.reviseSupplier, async ({ name }) => {
    announce(supplier === null ? words.added(name) : words.saved(name));
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
        autoFocus={supplier === null}
        disabled={supplier !== null}
        required
      />
      <TextInput {...box("name", words.name)} required maxLength={120} />
      <TextInput {...box("country", words.country)} required pattern="[A-Za-z]{2}" maxLength={2} />
      <TextInput {...box("email", words.email)} type="email" maxLength={200} />
      <TextInput {...box("zone", words.zone)} description={words.zoneHint} required maxLength={60} />
      <TextInput {...box("cutOff", words.cutOff)} type="time" required />
      <div className="row">
        <Button type="submit" loading={adding.pending}>
          {supplier === null ? words.save : words.saveEdit}
        </Button>
        <Button variant="default" onClick={onClose}>
          {en.shell.close}
        </Button>
      </div>
      {adding.problem === undefined ? null : <ProblemCard problem={adding.problem} />}
    </form>
  );
}

function typedOf({ supplier, name, country, email, zone, cutOff }: Supplier): typeof NOTHING {
  return { supplier, name, country, email: email ?? "", zone, cutOff };
}
