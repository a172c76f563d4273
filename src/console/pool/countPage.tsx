import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import type { ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { readSerials } from "../eligibility/readSerials.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { PageHead, ProblemCard, Section } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { pool as words } from "../words/en/pool.ts";
import { PoolNav } from "./poolNav.tsx";
import { readPoolAgain } from "./poolQueries.ts";
import { useCentres } from "./useCentres.ts";

type Counted = ReplyOf<"countStock">;

/** Everything at a place is scanned: counted against the books, or moved there. */
export function CountPage() {
  const { options } = useCentres();
  const [centre, setCentre] = useState("");
  const [shelf, setShelf] = useState("");
  const [text, setText] = useState("");
  const [counted, setCounted] = useState<Counted>();
  const announce = useAnnounce();
  const counting = useAct(client.countStock, async (reply) => {
    setCounted(reply);
    announce(words.counted(reply.counted));
    await readPoolAgain();
  });
  const moving = useAct(client.moveUnits, async ({ moved }) => {
    setCounted(undefined);
    announce(words.movedCount(moved));
    await readPoolAgain();
  });
  const place = { ...(centre !== "" && { centre }), ...(shelf.trim() !== "" && { shelf: shelf.trim() }) };
  const serials = readSerials(text);
  const problem = counting.problem ?? moving.problem;
  const count = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    moving.reset();
    counting.perform({ ...place, serials });
  };
  return (
    <div className="page">
      <PageHead title={words.count} />
      <PoolNav />
      <form className="form" onSubmit={count}>
        <NativeSelect
          label={words.centre}
          value={centre}
          data={[{ value: "", label: words.noCentre }, ...options]}
          onChange={(event) => setCentre(event.currentTarget.value)}
        />
        <TextInput
          label={words.shelf}
          maxLength={40}
          value={shelf}
          onChange={(event) => setShelf(event.currentTarget.value)}
        />
        <Textarea
          label={words.scanned}
          description={words.scannedHint}
          rows={8}
          spellCheck={false}
          data-scan=""
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className="row">
          <Button type="submit" loading={counting.pending}>
            {words.countDone}
          </Button>
          <Button
            variant="default"
            disabled={serials.length === 0 || serials.length > 200}
            loading={moving.pending}
            onClick={() => {
              counting.reset();
              moving.perform({ serials, to: place });
            }}
          >
            {words.moveUnits}
          </Button>
        </div>
        {problem === undefined ? null : <ProblemCard problem={problem} />}
      </form>
      {counted === undefined ? null : <Result counted={counted} />}
    </div>
  );
}

function Result({ counted }: { readonly counted: Counted }) {
  return (
    <Section title={words.counted(counted.counted)}>
      <dl className="facts">
        {(["missing", "strange", "moved"] as const).map((name) => (
          <div key={name}>
            <dt>{words[name]}</dt>
            <dd>{counted[name].join(", ") || words.nothing}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
