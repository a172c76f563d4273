import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { Badge, PageHead, Section, Shown, useRole } from "../parts/index.ts";
import type { Acting } from "../parts/useAct.ts";
import { Statement } from "../reseller/statement.tsx";
import { Team } from "../reseller/team.tsx";
import { TeamKeys } from "../reseller/teamKeys.tsx";
import { reseller as words } from "../words/en/reseller.ts";
import { ContractForm } from "./contractForm.tsx";
import { toldOf } from "./contractTold.ts";
import { Corrections } from "./corrections.tsx";
import { ResellerActs } from "./resellerActs.tsx";
import { AccountFacts, ContractFacts } from "./resellerFacts.tsx";
import { type ResellerPage as Reseller, resellerQueries } from "./resellerQueries.ts";
import { useResellerAct } from "./useResellerAct.ts";

/** One reseller: its contract, what it has with us, its statements and its team. */
export function ResellerPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(resellerQueries.one(id));
  const { role } = useRole();
  return (
    <div className="page">
      <PageHead
        title={query.data?.name ?? words.title}
        about={
          <>
            <code>{id}</code>
            {query.data === undefined ? null : (
              <Badge tone={query.data.state === "active" ? "ok" : "over"}>
                {words.states[query.data.state]}
              </Badge>
            )}
          </>
        }
      />
      <Shown query={query}>
        {(reseller) => (
          <div className="columns">
            <div>
              <AccountFacts of={reseller} />
              {role === "manager" ? <Corrections id={id} currency={reseller.currency} /> : null}
              {role === "staff" ? null : <Statement id={id} currency={reseller.currency} />}
              {role === "manager" ? (
                <>
                  <Team id={id} keeps />
                  <TeamKeys id={id} keeps />
                </>
              ) : null}
            </div>
            <Contract of={reseller} changes={role === "manager"} />
          </div>
        )}
      </Shown>
    </div>
  );
}

function Contract({ of: reseller, changes }: { readonly of: Reseller; readonly changes: boolean }) {
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
    </Section>
  );
}
