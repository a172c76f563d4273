import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import type { NewApiKey } from "../../client/index.ts";
import { client } from "../client.ts";
import { formatDay } from "../format/formatDate.ts";
import { KeyOnce } from "../keys/keyOnce.tsx";
import { ScrollBox } from "../money/smallTable.tsx";
import { ProblemCard, Section, Shown } from "../parts/index.ts";
import { resellerQueries, type TeamRole } from "../resellers/resellerQueries.ts";
import { useResellerAct } from "../resellers/useResellerAct.ts";
import { reseller as words } from "../words/en/reseller.ts";
import { teamRoleChoices } from "./team.tsx";

/** The keys of a reseller's shops; who keeps the team makes and ends them. */
export function TeamKeys({ id, keeps }: { readonly id: string; readonly keeps: boolean }) {
  const query = useQuery(resellerQueries.keys(id));
  const ending = useResellerAct(client.revokeTeamKey, () => words.keyEnded);
  return (
    <Section title={words.keys} note={words.keysNote}>
      <Shown query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="muted">{words.keysEmpty}</p>
          ) : (
            <ScrollBox label={words.keys}>
              <table className="table" aria-label={words.keys}>
                <tbody>
                  {data.map(({ id: key, label, createdAt, revokedAt, reseller }) => (
                    <tr key={key}>
                      <td>{label}</td>
                      <td>{reseller === null ? null : words.teamRoles[reseller.teamRole]}</td>
                      <td>{formatDay(createdAt)}</td>
                      <td>{revokedAt === null ? words.keyLive : words.keyOver}</td>
                      <td>
                        {keeps && revokedAt === null ? (
                          <button
                            type="button"
                            className="text-button danger"
                            disabled={ending.pending}
                            onClick={() => ending.perform({ id, key })}
                          >
                            {words.keyEnd(label)}
                          </button>
                        ) : null}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          )
        }
      </Shown>
      {ending.problem === undefined ? null : <ProblemCard problem={ending.problem} />}
      {keeps ? <NewKey id={id} /> : null}
    </Section>
  );
}

function NewKey({ id }: { readonly id: string }) {
  const [label, setLabel] = useState("");
  const [teamRole, setTeamRole] = useState<TeamRole>("buyer");
  const [made, setMade] = useState<NewApiKey>();
  const making = useResellerAct(
    client.createTeamKey,
    (key) => key.label,
    (key) => {
      setMade(key);
      setLabel("");
    },
  );
  const make = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    making.perform({ id, label: label.trim(), teamRole });
  };
  return (
    <>
      {made === undefined ? null : <KeyOnce made={made} onDone={() => setMade(undefined)} />}
      <form className="row end" onSubmit={make}>
        <TextInput
          label={words.keyLabel}
          required
          maxLength={80}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <NativeSelect
          label={words.teamRole}
          data={teamRoleChoices}
          value={teamRole}
          onChange={(event) => setTeamRole(event.currentTarget.value as TeamRole)}
        />
        <Button type="submit" variant="default" loading={making.pending}>
          {words.keyMake}
        </Button>
      </form>
      {making.problem === undefined ? null : <ProblemCard problem={making.problem} />}
    </>
  );
}
