import { Button } from "@mantine/core";
import { useState } from "react";
import type { OrderPage } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard } from "../parts/problemCard.tsx";
import { useAct } from "../parts/useAct.ts";
import { codesAgain as words } from "../words/en/codesAgain.ts";

/** Mails the unused codes of an order to its buyer once more. */
export function ResendCodes({ order }: { readonly order: OrderPage }) {
  const announce = useAnnounce();
  const resending = useAct(client.resendCodes, () => announce(words.resent));
  return order.codes.some(({ state }) => state === "sold") ? (
    <>
      <div className="row">
        <Button
          variant="default"
          loading={resending.pending}
          onClick={() => resending.perform({ id: order.id })}
        >
          {words.resend}
        </Button>
        <span className="muted">{words.resendNote}</span>
      </div>
      {resending.problem === undefined ? null : <ProblemCard problem={resending.problem} />}
    </>
  ) : null;
}

/** Issues a lost code anew, after a second press: the old one works no more from then on. */
export function ReissueCode(props: {
  readonly code: string;
  readonly last4: string;
  readonly isUnused: boolean;
}) {
  const { code, last4, isUnused } = props;
  const [isSure, setSure] = useState(false);
  const announce = useAnnounce();
  const reissuing = useAct(client.reissueCode, async (issued) => {
    setSure(false);
    announce(words.reissued(issued.was, issued.last4));
    await queryClient.invalidateQueries();
  });
  if (!isUnused) {
    return null;
  }
  return (
    <>
      <Button
        size="compact-sm"
        variant={isSure ? "light" : "default"}
        color={isSure ? "red" : "gray"}
        aria-label={isSure ? words.sureOf(last4) : words.reissueOf(last4)}
        loading={reissuing.pending}
        onClick={() => (isSure ? reissuing.perform({ id: code }) : setSure(true))}
      >
        {isSure ? words.sure : words.reissue}
      </Button>
      {reissuing.problem === undefined ? null : <ProblemCard problem={reissuing.problem} />}
    </>
  );
}
