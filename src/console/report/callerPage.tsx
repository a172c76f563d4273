import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { client, queryClient } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { PageHead, ProblemCard, ReceiptView, Section, Serial, Shown, useListSearch } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { report as words } from "../words/en/report.ts";
import { ReportBoxes } from "./reportForm.tsx";
import { reportQueries } from "./reportQueries.ts";
import { commandOf, incidentOf, nothingTold, type ReportTold, toldOf } from "./reportTold.ts";

/** A report for a caller: the questions on one page, the terms' answer beside them. */
export function CallerPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const { search } = useListSearch();
  const draft = useQuery(reportQueries.draft(id));
  const found = useQuery(reportQueries.found(search.serial ?? ""));
  const device = found.data?.data.find(({ deviceId }) => deviceId === id);
  const serial = device?.serial ?? draft.data?.serial;
  return (
    <div className="page">
      <PageHead title={words.title} about={serial === undefined ? undefined : <Serial>{serial}</Serial>} />
      <Shown query={found}>
        {() =>
          serial === undefined || draft.isPending ? null : (
            <Telling
              key={id}
              {...{ id, serial, zone: device?.zone ?? draft.data?.zone ?? "UTC" }}
              begins={draft.data === undefined ? nothingTold : toldOf(draft.data)}
              holder={device === undefined ? undefined : `${device.holder.name} (${device.holder.email})`}
            />
          )
        }
      </Shown>
    </div>
  );
}

interface About {
  readonly id: string;
  readonly serial: string;
  readonly zone: string;
  readonly begins: ReportTold;
  readonly holder: string | undefined;
}

function Telling({ id, serial, zone, begins, holder }: About) {
  const [told, setTold] = useState(begins);
  const navigate = useNavigate();
  const announce = useAnnounce();
  const opening = useAct(client.openClaim, async ({ claim }) => {
    announce(words.sent);
    await navigate({ to: "/cases/$id", params: { id: claim.id } });
  });
  const command = commandOf(serial, told, zone);
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (command !== undefined) {
      opening.perform(command);
    }
  };
  const asked = useQuery(
    reportQueries.asked({ serial, incident: incidentOf(told, zone), channel: told.channel }),
  );
  const answer = asked.data !== undefined && "receipt" in asked.data ? asked.data : undefined;
  return (
    <div className="columns">
      <form className="form card" onSubmit={send} aria-label={words.title}>
        {holder === undefined ? null : <p>{holder}</p>}
        <ReportBoxes
          told={told}
          change={(change) => setTold((now) => ({ ...now, ...change }))}
          parts={answer?.parts ?? []}
          problem={opening.problem}
        />
        <div className="row">
          <Button type="submit" loading={opening.pending} disabled={command === undefined}>
            {words.send}
          </Button>
          <Keeping {...{ id, zone, told }} />
        </div>
        {opening.problem === undefined ? null : <ProblemCard problem={opening.problem} />}
      </form>
      <Section title={words.live}>
        {answer === undefined ? null : (
          <div aria-live="polite">
            <p>
              {answer.due.length === 0
                ? words.allTold
                : words.dueNow(answer.due.map(({ name }) => words.questions[name]).join(", "))}
            </p>
            {answer.inside === undefined ? null : <p>{answer.inside ? words.inside : words.outside}</p>}
            <ReceiptView receipt={answer.receipt} />
          </div>
        )}
      </Section>
    </div>
  );
}

/** Keeps what is told for later, mails it on, or forgets it. */
function Keeping({ id, zone, told }: Pick<About, "id" | "zone"> & { readonly told: ReportTold }) {
  const announce = useAnnounce();
  const navigate = useNavigate();
  const say = (text: string) => async () => {
    announce(text);
    await queryClient.invalidateQueries({ queryKey: ["report"] });
  };
  const keeping = useAct(client.keepReportDraft, say(words.kept));
  const mailing = useAct(client.mailReportDraft, say(words.mailed));
  const dropping = useAct(client.dropReportDraft, async () => {
    await say(words.dropped)();
    await navigate({ to: "/report" });
  });
  const draft = { id, incident: incidentOf(told, zone), channel: told.channel };
  const problem = keeping.problem ?? mailing.problem ?? dropping.problem;
  return (
    <>
      <Button variant="default" loading={keeping.pending} onClick={() => keeping.perform(draft)}>
        {words.keep}
      </Button>
      <Button variant="default" loading={mailing.pending} onClick={() => mailing.perform({ id })}>
        {words.mail}
      </Button>
      <Button variant="default" loading={dropping.pending} onClick={() => dropping.perform({ id })}>
        {words.drop}
      </Button>
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </>
  );
}
