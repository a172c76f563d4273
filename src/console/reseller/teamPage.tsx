import { useQuery } from "@tanstack/react-query";
import { PageHead } from "../parts/index.ts";
import { queries } from "../queries.ts";
import { reseller as words } from "../words/en/reseller.ts";
import { OwnReseller } from "./ownReseller.tsx";
import { Team } from "./team.tsx";
import { TeamKeys } from "./teamKeys.tsx";

/** Who is in a reseller's team, and the keys of its shops. */
export function TeamPage() {
  const { data: session } = useQuery(queries.session());
  const keeps = session?.teamRole === "keeper";
  return (
    <div className="page">
      <PageHead title={words.teamTitle} />
      <OwnReseller>
        {({ id }) => (
          <>
            <Team id={id} keeps={keeps} />
            <TeamKeys id={id} keeps={keeps} />
          </>
        )}
      </OwnReseller>
    </div>
  );
}
