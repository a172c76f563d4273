import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { client, queryClient } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { PageHead, ProblemCard, Section, Shown, useRole } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { type Guide, reportQueries } from "../report/reportQueries.ts";
import { report as words } from "../words/en/report.ts";
import { emptyGuide, GuideBoxes, GuidePreview, guideGiven, guideTold } from "./guideForm.tsx";

const readAgain = () => queryClient.invalidateQueries({ queryKey: ["guides"] });

/** A new guide. */
export function NewGuidePage() {
  const [told, setTold] = useState(emptyGuide);
  const navigate = useNavigate();
  const announce = useAnnounce();
  const adding = useAct(client.addGuide, async ({ id }) => {
    announce(words.saved);
    await readAgain();
    await navigate({ to: "/guides/$id", params: { id } });
  });
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    adding.perform(guideGiven(told));
  };
  return (
    <div className="page">
      <PageHead title={words.addGuide} />
      <div className="columns">
        <form className="form card" onSubmit={save} aria-label={words.addGuide}>
          <GuideBoxes
            told={told}
            change={(change) => setTold((now) => ({ ...now, ...change }))}
            problem={adding.problem}
          />
          <div className="row">
            <Button type="submit" loading={adding.pending}>
              {words.save}
            </Button>
          </div>
          {adding.problem === undefined ? null : <ProblemCard problem={adding.problem} />}
        </form>
        <GuidePreview told={told} />
      </div>
    </div>
  );
}

/** A guide with its versions: its draft is written, published, retired. */
export function GuidePage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(reportQueries.guide(id));
  const [newest] = query.data?.versions ?? [];
  return (
    <div className="page">
      <PageHead title={newest?.texts[0]?.title ?? words.guide} />
      <Shown query={query}>
        {({ versions: [first, ...older] }) =>
          first === undefined ? null : (
            <>
              <Writing key={`${first.version} ${first.changes}`} guide={first} />
              <Versions versions={[first, ...older]} />
            </>
          )
        }
      </Shown>
    </div>
  );
}

function Writing({ guide }: { readonly guide: Guide }) {
  const [told, setTold] = useState(() => guideTold(guide));
  const announce = useAnnounce();
  const done = (text: string) => async () => {
    announce(text);
    await readAgain();
  };
  const saving = useAct(client.reviseGuide, done(words.saved));
  const publishing = useAct(client.publishGuide, done(words.published));
  const isWriter = useRole().role === "manager";
  const { id, version, changes, state } = guide;
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    saving.perform({ id, version, changes, ...guideGiven(told) });
  };
  const problem = saving.problem ?? publishing.problem;
  const isRead = JSON.stringify(told) === JSON.stringify(guideTold(guide));
  return (
    <div className="columns">
      <form className="form card" onSubmit={save} aria-label={words.guide}>
        <fieldset className="form" disabled={!isWriter}>
          <GuideBoxes
            told={told}
            change={(change) => setTold((now) => ({ ...now, ...change }))}
            problem={problem}
          />
          {isWriter ? (
            <div className="row">
              <Button type="submit" loading={saving.pending}>
                {words.save}
              </Button>
              {state === "draft" && isRead ? (
                <Button
                  variant="default"
                  loading={publishing.pending}
                  onClick={() => publishing.perform({ id, version, changes })}
                >
                  {words.publish}
                </Button>
              ) : null}
            </div>
          ) : (
            <p className="muted">{words.notYours}</p>
          )}
        </fieldset>
        {problem === undefined ? null : (
          <ProblemCard problem={problem}>
            <Button variant="default" onClick={() => void readAgain()}>
              {words.readAgain}
            </Button>
          </ProblemCard>
        )}
      </form>
      <GuidePreview told={told} />
    </div>
  );
}

function Versions({ versions }: { readonly versions: readonly Guide[] }) {
  const announce = useAnnounce();
  const retiring = useAct(client.retireGuide, async () => {
    announce(words.retired);
    await readAgain();
  });
  const isWriter = useRole().role === "manager";
  return (
    <Section title={words.versions}>
      <ul className="plain-list">
        {versions.map(({ id, version, state, solved = 0, notSolved = 0 }) => (
          <li key={version} className="row">
            <span>
              {words.version} {version}: {words.states[state]}. {words.solved} {solved},
              {` ${words.notSolved} ${notSolved}`}
            </span>
            {isWriter && state !== "retired" ? (
              <Button variant="default" size="xs" onClick={() => retiring.perform({ id, version })}>
                {words.retire}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {retiring.problem === undefined ? null : <ProblemCard problem={retiring.problem} />}
    </Section>
  );
}
