import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { type Column, CsvButton, Listing, PageHead, ProblemCard, useRole } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { SupplyNav } from "../supply/supplyNav.tsx";
import { shelf as words } from "../words/en/shelf.ts";
import { en } from "../words/en.ts";
import { type Group, readShelfAgain, shelfQueries } from "./shelfQueries.ts";
import { useBoxes } from "./useBoxes.ts";

const text = (id: "customerGroup" | "name" | "basedOn", head: string): Column<Group> => ({
  ...{ id, head },
  value: (row) => row[id] ?? undefined,
  cell: (row) => row[id],
});
const columns: readonly Column<Group>[] = [
  text("customerGroup", words.group),
  text("name", words.name),
  text("basedOn", words.basedOn),
];

/** Who pays which prices. */
export function GroupsPage() {
  const query = useQuery(shelfQueries.groups());
  const [adds, setAdds] = useState(false);
  const { role } = useRole();
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={words.groupsTitle}
        actions={
          <>
            <CsvButton
              name="customer-groups"
              columns={columns}
              rows={() => everyRow(() => client.listCustomerGroups({}), {})}
              empty={rows.length === 0}
            />
            {adds || role !== "manager" ? null : (
              <Button onClick={() => setAdds(true)}>{words.addGroup}</Button>
            )}
          </>
        }
      />
      <SupplyNav />
      {adds ? <GroupForm groups={rows} onClose={() => setAdds(false)} /> : null}
      <p className="muted">{words.groupsNote}</p>
      <Listing
        label={words.groupsTitle}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ customerGroup }) => customerGroup}
        empty={null}
      />
    </div>
  );
}

function GroupForm(props: { readonly groups: readonly Group[]; readonly onClose: () => void }) {
  const { groups, onClose } = props;
  const { told, box } = useBoxes({ customerGroup: "", name: "", basedOn: "retail" });
  const announce = useAnnounce();
  const adding = useAct(client.addCustomerGroup, async ({ name }) => {
    announce(words.added(name));
    await readShelfAgain();
    onClose();
  });
  const { problem } = adding;
  const bases = groups.map(({ customerGroup, name }) => ({ value: customerGroup, label: name }));
  const add = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    adding.perform(told);
  };
  return (
    <form className="form card" onSubmit={add}>
      <TextInput
        {...box("customerGroup", words.group, problem)}
        required
        autoFocus
        pattern="[a-z][a-z0-9\-]{0,39}"
      />
      <TextInput {...box("name", words.name, problem)} required maxLength={120} />
      <NativeSelect {...box("basedOn", words.basedOn, problem)} data={bases} />
      <div className="row">
        <Button type="submit" loading={adding.pending}>
          {words.addNow}
        </Button>
        <Button variant="default" onClick={onClose}>
          {en.shell.close}
        </Button>
      </div>
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </form>
  );
}
