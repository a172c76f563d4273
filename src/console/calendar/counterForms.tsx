import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard, Section } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { calendar as words } from "../words/en/calendar.ts";
import { type Calendar, readCalendarAgain } from "./calendarQueries.ts";
import { dayAndTimeAt } from "./timeAt.ts";

/** Somebody is here without an appointment. */
export function WalkInForm({ centre }: { readonly centre: string }) {
  const [claim, setClaim] = useState("");
  const announce = useAnnounce();
  const navigate = useNavigate();
  const taking = useAct(client.walkIn, async ({ claimId: id }) => {
    announce(words.taken);
    await readCalendarAgain();
    await navigate({ to: "/calendar/visits/$id", params: { id } });
  });
  return (
    <Section title={words.walkIn}>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          taking.perform({ claim: claim.trim(), centre });
        }}
      >
        <TextInput
          label={words.caseId}
          description={words.caseHint}
          required
          value={claim}
          onChange={(event) => setClaim(event.currentTarget.value)}
        />
        <Button type="submit" loading={taking.pending}>
          {words.take}
        </Button>
      </form>
      {taking.problem === undefined ? null : <ProblemCard problem={taking.problem} />}
    </Section>
  );
}

/** Times at which benches take nobody. */
export function Blocks({ calendar }: { readonly calendar: Calendar }) {
  const { centre, blocks } = calendar;
  const announce = useAnnounce();
  const [bench, setBench] = useState(String(centre.benches[0]?.no ?? 1));
  const [times, setTimes] = useState({ from: "", to: "", reason: "" });
  const slots = calendar.days.flatMap((day) => day.slots);
  const told = (says: string) => async () => {
    announce(says);
    await readCalendarAgain();
  };
  const blocking = useAct(client.blockBench, told(words.blockedNow));
  const lifting = useAct(client.liftBlock, told(words.lifted));
  const problem = blocking.problem ?? lifting.problem;
  const choice = (name: "from" | "to", at: readonly string[]) => (
    <NativeSelect
      label={words[name]}
      required
      value={times[name]}
      data={[
        { value: "", label: "" },
        ...at.map((value) => ({ value, label: dayAndTimeAt(value, centre.zone) })),
      ]}
      onChange={(event) => setTimes({ ...times, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Section title={words.block}>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          blocking.perform({ id: centre.id, bench: Number(bench), ...times });
        }}
      >
        <NativeSelect
          label={words.benchNo}
          value={bench}
          data={centre.benches.map(({ no, name }) => ({ value: String(no), label: words.bench(no, name) }))}
          onChange={(event) => setBench(event.currentTarget.value)}
        />
        {choice(
          "from",
          slots.map(({ startsAt }) => startsAt),
        )}
        {choice(
          "to",
          slots.map(({ endsAt }) => endsAt),
        )}
        <TextInput
          label={words.reason}
          required
          value={times.reason}
          onChange={(event) => setTimes({ ...times, reason: event.currentTarget.value })}
        />
        <Button
          type="submit"
          variant="default"
          loading={blocking.pending}
          disabled={times.from === "" || times.to === ""}
        >
          {words.blockIt}
        </Button>
      </form>
      {blocks.length === 0 ? null : (
        <ul aria-label={words.blocks}>
          {blocks.map(({ id, bench: no, startsAt, endsAt, reason }) => (
            <li key={id}>
              {no}: {[startsAt, endsAt].map((at) => dayAndTimeAt(at, centre.zone)).join(" – ")}
              {`, ${reason} `}
              <Button size="compact-sm" variant="default" onClick={() => lifting.perform({ id })}>
                {words.lift}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </Section>
  );
}
