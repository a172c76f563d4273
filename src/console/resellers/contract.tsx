import { Button } from "@mantine/core";
import { useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { Section } from "../parts/index.ts";
import type { Acting } from "../parts/useAct.ts";
import { reseller as words } from "../words/en/reseller.ts";
import { ContractForm } from "./contractForm.tsx";
import { toldOf } from "./contractTold.ts";
import { PayOutLeft } from "./payOutLeft.tsx";
import { ResellerActs } from "./resellerActs.tsx";
import { ContractFacts } from "./resellerFacts.tsx";
import type { ResellerPage as Reseller } from "./resellerQueries.ts";
import { useResellerAct } from "./useResellerAct.ts";

/** What a reseller agreed to, with what a manager can do about it. */
export function Contract({ of: reseller, changes }: { readonly of: Reseller; readonly changes: boolean }) {
  const [edits, setEdits] = useState(false);
  const editing = useResellerAct(
    client.editReseller,
    ({ name }) => words.saved(name),
    () => setEdits(false),
  );
  const { id, version, state } = reseller;
  const acting: Acting<CommandOf<"addReseller">> = {
    ...editing,
    perform: (contract) => editing.perform({ ...contract, id, version }),
  };
  return (
    <Section title={words.contract}>
      {edits ? (
        <ContractForm
          given={toldOf(reseller)}
          acting={acting}
          label={words.save}
          onClose={() => setEdits(false)}
        />
      ) : (
        <ContractFacts of={reseller} />
      )}
      {changes && !edits && state !== "ended" ? (
        <>
          <Button variant="default" onClick={() => setEdits(true)}>
            {words.edit}
          </Button>
          <ResellerActs of={reseller} />
        </>
      ) : null}
      {changes && state === "ended" ? <PayOutLeft of={reseller} /> : null}
    </Section>
  );
}
