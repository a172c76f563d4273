import { Button, Textarea, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { client, queryClient } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard, Section, useRole } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { inbox } from "../words/en/inbox.ts";
import type { LetterText } from "./inboxQueries.ts";

const words = inbox.texts;

/** The wording of one letter in one language, with its preview. */
export function WordingForm({
  letter,
  language,
}: {
  readonly letter: LetterText;
  readonly language: string;
}) {
  const { template, variables, texts } = letter;
  const { role } = useRole();
  const known = texts.find((text) => text.language === language);
  const version = known?.version ?? 0;
  const [subject, setSubject] = useState(known?.subject ?? "{shippedSubject}");
  const [body, setBody] = useState(known?.body ?? "{shipped}");
  const [claimId, setClaimId] = useState("");
  const [shown, setShown] = useState<{ readonly subject: string; readonly text: string }>();
  const announce = useAnnounce();
  const read = async () => {
    announce(words.saved);
    await queryClient.invalidateQueries({ queryKey: ["texts"] });
  };
  const looking = useAct(client.previewText, setShown);
  const saving = useAct(client.setText, read);
  const resetting = useAct(client.resetText, read);
  const problem = looking.problem ?? saving.problem ?? resetting.problem;
  const look = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const about = claimId.trim() === "" ? {} : { claimId: claimId.trim() };
    looking.perform({ template, subject, body, ...about });
  };
  return (
    <div className="columns">
      <form className="write" onSubmit={look}>
        <TextInput
          label={words.subject}
          value={subject}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
        <Textarea
          label={words.body}
          description={words.bodyHint}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
          autosize
          minRows={6}
        />
        <p className="muted">
          {words.variables}: {variables.map((one) => `{${one}}`).join(" ")}
        </p>
        <TextInput
          label={words.previewCase}
          value={claimId}
          onChange={(event) => setClaimId(event.currentTarget.value)}
        />
        <div className="row">
          <Button type="submit" loading={looking.pending}>
            {words.preview}
          </Button>
          {role === "manager" ? (
            <Button
              variant="default"
              loading={saving.pending}
              onClick={() => saving.perform({ template, language, subject, body, version })}
            >
              {words.save}
            </Button>
          ) : null}
          {role === "manager" && known?.subject !== undefined ? (
            <Button
              variant="default"
              loading={resetting.pending}
              onClick={() => resetting.perform({ template, language, version })}
            >
              {words.reset}
            </Button>
          ) : null}
        </div>
        {problem === undefined ? null : <ProblemCard problem={problem} />}
      </form>
      <div>
        {shown === undefined ? null : (
          <Section title={shown.subject}>
            <p style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{shown.text}</p>
          </Section>
        )}
      </div>
    </div>
  );
}
