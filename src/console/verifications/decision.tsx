import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard, Section } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { useKeys } from "../parts/useKeys.ts";
import { verifications as words } from "../words/en/verifications.ts";
import type { Looked } from "./looking.tsx";
import { type ClipName, refreshVerification, type VerificationPage } from "./verificationQueries.ts";

type Said = Omit<CommandOf<"answerVerification">, "id" | "submission" | "looked">;
const DONE = { accept: words.accepted, askAgain: words.askedAgain, refuse: words.refused } as const;

/** Accept, ask again or refuse: each once everything was looked at, and only what can be said of it. */
export function Decision({ found, looked }: { readonly found: VerificationPage; readonly looked: Looked }) {
  const { id, submission, clips, clauses, kind } = found;
  const announce = useAnnounce();
  const [way, setWay] = useState<"askAgain" | "refuse">();
  const [said, setSaid] = useState<Said["decision"]>("accept");
  const deciding = useAct(client.answerVerification, async () => {
    announce(DONE[said]);
    await refreshVerification(id);
  });
  const names = clips.map(({ clip }) => clip);
  const left = names.filter((name) => looked[name] === undefined).length;
  const unfit = names.filter((name) => looked[name] === false);
  const decide = (told: Said) => {
    setSaid(told.decision);
    const seen = names.map((clip) => ({ clip, fits: looked[clip] === true }));
    deciding.perform({ id, submission, looked: seen, ...told });
  };
  const mayAccept = left === 0 && unfit.length === 0;
  const mayAsk = left === 0 && unfit.length > 0 && kind === "video";
  useKeys({
    a: () => (mayAccept ? decide({ decision: "accept" }) : undefined),
    g: () => (mayAsk ? setWay("askAgain") : undefined),
    r: () => (left === 0 ? setWay("refuse") : undefined),
  });
  return (
    <Section title={words.decide} note={left === 0 ? undefined : words.left(left)}>
      <div className="row">
        <Button
          disabled={!mayAccept}
          loading={deciding.pending}
          onClick={() => decide({ decision: "accept" })}
        >
          {words.accept}
        </Button>
        <Button variant="default" disabled={!mayAsk} onClick={() => setWay("askAgain")}>
          {words.askAgain}
        </Button>
        <Button variant="default" disabled={left > 0} onClick={() => setWay("refuse")}>
          {words.refuse}
        </Button>
      </div>
      {way === "askAgain" && mayAsk ? (
        <Again unfit={unfit} onSay={(again) => decide({ decision: "askAgain", again: [...again] })} />
      ) : null}
      {way === "refuse" && left === 0 ? (
        <Refuse clauses={clauses} onSay={(told) => decide({ decision: "refuse", ...told })} />
      ) : null}
      {deciding.problem === undefined ? null : <ProblemCard problem={deciding.problem} />}
    </Section>
  );
}

type Again = readonly { readonly clip: ClipName; readonly reason: string }[];

function Again(props: { readonly unfit: readonly ClipName[]; readonly onSay: (again: Again) => void }) {
  const { unfit, onSay } = props;
  const [reasons, setReasons] = useState<Readonly<Partial<Record<ClipName, string>>>>({});
  return (
    <form
      className="write"
      onSubmit={(event) => {
        event.preventDefault();
        onSay(unfit.map((clip) => ({ clip, reason: (reasons[clip] ?? "").trim() })));
      }}
    >
      {unfit.map((clip, place) => (
        <TextInput
          key={clip}
          label={words.why(words.clips[clip])}
          value={reasons[clip] ?? ""}
          maxLength={400}
          required
          autoFocus={place === 0}
          onChange={({ currentTarget: { value } }) => setReasons((before) => ({ ...before, [clip]: value }))}
        />
      ))}
      <Button type="submit">{words.askAgain}</Button>
    </form>
  );
}

function Refuse(props: {
  readonly clauses: readonly string[];
  readonly onSay: (told: { reason: string; clause: string }) => void;
}) {
  const { clauses, onSay } = props;
  const [reason, setReason] = useState("");
  const [clause, setClause] = useState(clauses[0] ?? "");
  return (
    <form
      className="write"
      onSubmit={(event) => {
        event.preventDefault();
        onSay({ reason: reason.trim().replaceAll("\n", " "), clause });
      }}
    >
      <Textarea
        label={words.reason}
        value={reason}
        maxLength={1000}
        required
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.clause}
        value={clause}
        data={[...clauses]}
        onChange={(event) => setClause(event.currentTarget.value)}
      />
      <Button type="submit" color="red">
        {words.refuse}
      </Button>
    </form>
  );
}
