import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { client, queryClient } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { holidays as words } from "../words/en/withdrawals.ts";

const readAgain = async () => await queryClient.invalidateQueries({ queryKey: ["holidays"] });

/** A day on which a country does not work. */
export function HolidayForm() {
  const [day, setDay] = useState({ country: "", on: "", name: "" });
  const announce = useAnnounce();
  const keeping = useAct(client.keepHoliday, async ({ on }) => {
    announce(words.kept(on));
    setDay({ country: "", on: "", name: "" });
    await readAgain();
  });
  const field = (what: keyof typeof day) => ({
    value: day[what],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const { value } = event.currentTarget;
      setDay((now) => ({ ...now, [what]: value }));
    },
    required: true,
  });
  return (
    <form
      className="row end"
      onSubmit={(event) => {
        event.preventDefault();
        keeping.perform({ ...day, country: day.country.toUpperCase() });
      }}
    >
      <TextInput label={words.country} description={words.countryHint} maxLength={2} {...field("country")} />
      <TextInput label={words.day} type="date" {...field("on")} />
      <TextInput label={words.name} maxLength={100} {...field("name")} />
      <Button type="submit" loading={keeping.pending}>
        {words.add}
      </Button>
      {keeping.problem === undefined ? null : <ProblemCard problem={keeping.problem} />}
    </form>
  );
}

/** Takes a holiday away. */
export function WorksAfterAll(props: {
  readonly holiday: { readonly country: string; readonly on: string };
}) {
  const { country, on } = props.holiday;
  const announce = useAnnounce();
  const taking = useAct(client.keepHoliday, async () => {
    announce(words.taken(on));
    await readAgain();
  });
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={words.worksOf(on, country)}
        loading={taking.pending}
        onClick={() => taking.perform({ country, on, works: true })}
      >
        {words.works}
      </Button>
      {taking.problem === undefined ? null : <ProblemCard problem={taking.problem} />}
    </>
  );
}
