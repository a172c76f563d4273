import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { client } from "../client.ts";
import { ScrollBox } from "../money/smallTable.tsx";
import { ProblemCard, Section, Shown } from "../parts/index.ts";
import { resellerQueries, type TeamMember, type TeamRole } from "../resellers/resellerQueries.ts";
import { useResellerAct } from "../resellers/useResellerAct.ts";
import { reseller as words } from "../words/en/reseller.ts";

/** What somebody may do in a team, as choices. */
export const teamRoleChoices = (["viewer", "buyer", "keeper"] as const).map((value) => ({
  value,
  label: words.teamRoles[value],
}));

/** The people of a reseller; who keeps the team invites, changes and takes out. */
export function Team({ id, keeps }: { readonly id: string; readonly keeps: boolean }) {
  const query = useQuery(resellerQueries.team(id));
  return (
    <Section title={words.teamTitle}>
      <Shown query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="muted">{words.teamEmpty}</p>
          ) : (
            <ScrollBox label={words.teamTitle}>
              <table className="table" aria-label={words.teamTitle}>
                <tbody>
                  {data.map((member) => (
                    <MemberRow key={member.email} id={id} of={member} keeps={keeps} />
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          )
        }
      </Shown>
      {keeps ? <InviteForm id={id} /> : null}
    </Section>
  );
}

function MemberRow(props: { readonly id: string; readonly of: TeamMember; readonly keeps: boolean }) {
  const { id, of: member, keeps } = props;
  const { email, name, teamRole } = member;
  const changing = useResellerAct(client.keepTeamMember, () => words.changedRole(email));
  const removing = useResellerAct(client.removeFromTeam, () => words.removed(email));
  const problem = changing.problem ?? removing.problem;
  return (
    <tr>
      <td>
        {name} <span className="muted">{email}</span>
      </td>
      <td>
        {keeps ? (
          <NativeSelect
            aria-label={`${words.change}: ${email}`}
            data={teamRoleChoices}
            value={teamRole}
            onChange={(event) =>
              changing.perform({ id, email, name, teamRole: event.currentTarget.value as TeamRole })
            }
          />
        ) : (
          words.teamRoles[teamRole]
        )}
        {problem === undefined ? null : <ProblemCard problem={problem} />}
      </td>
      <td>
        {keeps ? (
          <button
            type="button"
            className="text-button danger"
            disabled={removing.pending}
            onClick={() => removing.perform({ id, email })}
          >
            {words.removeMember(email)}
          </button>
        ) : null}
      </td>
    </tr>
  );
}

function InviteForm({ id }: { readonly id: string }) {
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [teamRole, setTeamRole] = useState<TeamRole>("buyer");
  const inviting = useResellerAct(
    client.keepTeamMember,
    (member) => words.invited(member.email),
    () => {
      setEmail("");
      setName("");
    },
  );
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    inviting.perform({ id, email: email.trim(), name: name.trim(), teamRole });
  };
  return (
    <form className="row end" onSubmit={send}>
      <TextInput
        label={words.email}
        type="email"
        required
        maxLength={200}
        value={email}
        error={inviting.problem?.faultAt("/email")}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <TextInput
        label={words.name}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.teamRole}
        data={teamRoleChoices}
        value={teamRole}
        onChange={(event) => setTeamRole(event.currentTarget.value as TeamRole)}
      />
      <Button type="submit" loading={inviting.pending}>
        {words.invite}
      </Button>
      {inviting.problem === undefined ? null : <ProblemCard problem={inviting.problem} />}
    </form>
  );
}
