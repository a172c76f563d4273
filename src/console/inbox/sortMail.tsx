import { Button, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { Section, Serial } from "../parts/index.ts";
import { inbox } from "../words/en/inbox.ts";

const words = inbox.mail;

/** Puts a mail into a case, one that may be meant or another, or says that it is not for us. */
export function SortMail(props: {
  readonly maybe: readonly { readonly claimId: string; readonly serial: string }[];
  readonly canReject: boolean;
  readonly pending: boolean;
  readonly onAssign: (claimId: string) => void;
  readonly onReject: (reason: string) => void;
}) {
  const { maybe, canReject, pending, onAssign, onReject } = props;
  const [claimId, setClaimId] = useState("");
  const [reason, setReason] = useState("");
  const assign = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onAssign(claimId.trim());
  };
  const reject = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onReject(reason.trim());
  };
  return (
    <>
      <Section title={words.assign}>
        {maybe.length === 0 ? null : <p className="muted">{words.maybeNote}</p>}
        <ul className="plain" aria-label={words.maybe}>
          {maybe.map((one) => (
            <li key={one.claimId}>
              <button
                type="button"
                className="text-button"
                disabled={pending}
                onClick={() => onAssign(one.claimId)}
              >
                {words.assign} <Serial>{one.serial}</Serial>
              </button>
            </li>
          ))}
        </ul>
        <form className="write" onSubmit={assign}>
          <TextInput
            label={words.caseId}
            value={claimId}
            onChange={(event) => setClaimId(event.currentTarget.value)}
            required
          />
          <Button type="submit" variant="default" loading={pending}>
            {words.assign}
          </Button>
        </form>
      </Section>
      {canReject ? (
        <Section title={words.notOurs}>
          <form className="write" onSubmit={reject}>
            <TextInput
              label={words.reason}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              maxLength={200}
              required
            />
            <Button type="submit" variant="default" loading={pending}>
              {words.reject}
            </Button>
          </form>
        </Section>
      ) : null}
    </>
  );
}
