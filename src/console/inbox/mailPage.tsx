import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import type { ReplyOf } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";
import { formatDay, formatInstant } from "../format/formatDate.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ButtonLink, FactList, PageHead, ProblemCard, Section, Shown } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { inbox } from "../words/en/inbox.ts";
import { inboxQueries } from "./inboxQueries.ts";
import { OpenCase } from "./openCase.tsx";
import { SortMail } from "./sortMail.tsx";

const words = inbox.mail;
type ShownMail = ReplyOf<"showMail">;

/** One mail: what it says, and where it belongs. */
export function MailPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(inboxQueries.mail(id));
  return (
    <div className="page">
      <PageHead title={words.title} />
      <Shown query={query}>{(shown) => <MailShown key={id} shown={shown} />}</Shown>
    </div>
  );
}

function MailShown({ shown }: { readonly shown: ShownMail }) {
  const { mail, text, files } = shown;
  const navigate = useNavigate();
  const announce = useAnnounce();
  const done = async () => {
    announce(words.done);
    await queryClient.invalidateQueries({ queryKey: ["mails"] });
    await navigate({ to: "/inbox/mails" });
  };
  const assigning = useAct(client.assignMail, done);
  const rejecting = useAct(client.rejectMail, done);
  const assign = (claimId: string) => assigning.perform({ id: mail.id, claimId });
  const problem = assigning.problem ?? rejecting.problem;
  return (
    <div className="columns">
      <div>
        <Section title={mail.subject ?? words.none}>
          <p style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
            {text === "" ? words.none : text}
          </p>
          {files.length === 0 ? null : (
            <ul className="plain" aria-label={words.files}>
              {files.map(({ name, type, bytes }) => (
                <li key={`${name} ${bytes}`}>
                  {name} <span className="muted">{type}</span>
                </li>
              ))}
            </ul>
          )}
          <p>
            <a href={`/v1/mails/${mail.id}/raw`}>{words.raw}</a>
          </p>
        </Section>
      </div>
      <div>
        <FactList
          facts={[
            [inbox.mails.from, `${mail.senderName ?? ""} ${mail.sender ?? "?"}`.trim()],
            [inbox.mails.came, formatInstant(mail.receivedAt)],
            [inbox.mails.state, inbox.mails.states[mail.state]],
            [inbox.mails.returns, mail.returnsAt === undefined ? undefined : formatDay(mail.returnsAt)],
            [inbox.mails.why, mail.outcome === undefined ? mail.reason : inbox.mails.outcomes[mail.outcome]],
          ]}
        />
        {problem === undefined ? null : <ProblemCard problem={problem} />}
        {mail.state === "taken" && mail.claimId !== undefined ? (
          <ButtonLink primary to="/cases/$id" params={{ id: mail.claimId }}>
            {words.inCase}
          </ButtonLink>
        ) : (
          <>
            <SortMail
              maybe={shown.maybe}
              canReject={mail.state === "unmatched"}
              pending={assigning.pending || rejecting.pending}
              onAssign={assign}
              onReject={(reason) => rejecting.perform({ id: mail.id, reason })}
            />
            <OpenCase onOpened={assign} />
          </>
        )}
      </div>
    </div>
  );
}
