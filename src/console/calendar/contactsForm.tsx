import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard, Section, Shown } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { alarms } from "../words/en/alarms.ts";
import { languages } from "../words/en/languages.ts";
import { type Contacts, calendarQueries, readCalendarAgain } from "./calendarQueries.ts";

const words = alarms.contacts;
const roles = ["desk", "lead"] as const;
type Role = (typeof roles)[number];
const labels = {
  desk: { email: words.desk, name: words.deskName, language: words.deskLanguage },
  lead: { email: words.lead, name: words.leadName, language: words.leadLanguage },
} as const;
const choices = Object.entries(languages).map(([value, label]) => ({ value, label }));

/** Who is told when a promise of a centre runs out, for managers to change. */
export function ContactsOfCentre({ id, keeps }: { readonly id: string; readonly keeps: boolean }) {
  const query = useQuery(calendarQueries.contacts(id));
  return (
    <Section title={words.title}>
      <p className="muted">{words.note}</p>
      <Shown query={query}>
        {(contacts) => <ContactsForm key={contacts.version} {...{ id, keeps, contacts }} />}
      </Shown>
    </Section>
  );
}

interface Typed {
  readonly email: string;
  readonly name: string;
  readonly language: string;
}

function ContactsForm(props: { readonly id: string; readonly keeps: boolean; readonly contacts: Contacts }) {
  const { id, keeps, contacts } = props;
  const [typed, setTyped] = useState(() => ({ desk: typedOf(contacts.desk), lead: typedOf(contacts.lead) }));
  const announce = useAnnounce();
  const saving = useAct(client.setContacts, async () => {
    announce(words.saved);
    await readCalendarAgain();
  });
  const { problem } = saving;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const [desk, lead] = [contactOf(typed.desk), contactOf(typed.lead)];
    saving.perform({ id, version: contacts.version, ...(desk && { desk }), ...(lead && { lead }) });
  };
  return (
    <form className="form wide-form card" onSubmit={submit} aria-label={words.title}>
      <fieldset className="form wide-form" disabled={!keeps}>
        {roles.map((role) => (
          <OneContact
            key={role}
            role={role}
            typed={typed[role]}
            fault={problem?.errors.find(({ pointer }) => pointer === `/${role}/email`)?.message}
            onChange={(more) => setTyped((now) => ({ ...now, [role]: { ...now[role], ...more } }))}
          />
        ))}
        {contacts.desk === undefined && contacts.lead === undefined ? (
          <p className="muted">{words.nobody}</p>
        ) : null}
        {keeps ? (
          <div className="row">
            <Button type="submit" variant="default" loading={saving.pending}>
              {words.save}
            </Button>
          </div>
        ) : null}
      </fieldset>
      {problem === undefined ? null : (
        <ProblemCard problem={problem}>
          {problem.code === "contacts_changed_meanwhile" ? (
            <Button variant="default" onClick={() => void readCalendarAgain()}>
              {words.readAgain}
            </Button>
          ) : null}
        </ProblemCard>
      )}
    </form>
  );
}

function OneContact(props: {
  readonly role: Role;
  readonly typed: Typed;
  readonly fault: string | undefined;
  readonly onChange: (more: Partial<Typed>) => void;
}) {
  const { role, typed, fault, onChange } = props;
  return (
    <div className="row">
      <TextInput
        type="email"
        label={labels[role].email}
        value={typed.email}
        error={fault}
        maxLength={254}
        onChange={({ currentTarget: { value } }) => onChange({ email: value })}
      />
      <TextInput
        label={labels[role].name}
        value={typed.name}
        maxLength={120}
        onChange={({ currentTarget: { value } }) => onChange({ name: value })}
      />
      <NativeSelect
        label={labels[role].language}
        description={words.languageHint}
        data={choices}
        value={typed.language}
        onChange={({ currentTarget: { value } }) => onChange({ language: value })}
      />
    </div>
  );
}

function typedOf(contact: Contacts[Role]): Typed {
  return { email: contact?.email ?? "", name: contact?.name ?? "", language: contact?.language ?? "en" };
}

/** What is typed; nobody where no address is. */
function contactOf({ email, name, language }: Typed) {
  const told = { email: email.trim(), language, ...(name.trim() === "" ? {} : { name: name.trim() }) };
  return told.email === "" ? undefined : told;
}
