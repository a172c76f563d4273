import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Badge, PageHead, Shown, useRole } from "../parts/index.ts";
import { Statement } from "../reseller/statement.tsx";
import { Team } from "../reseller/team.tsx";
import { TeamKeys } from "../reseller/teamKeys.tsx";
import { reseller as words } from "../words/en/reseller.ts";
import { Contract } from "./contract.tsx";
import { Corrections } from "./corrections.tsx";
import { AccountFacts } from "./resellerFacts.tsx";
import { resellerQueries } from "./resellerQueries.ts";

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
