import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { type CommandOf, type Contract, isRefused, ProblemError, type ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { formatMoney } from "../format/formatMoney.ts";
import { RefundSteps } from "../money/refundSteps.tsx";
import { useMoneyAct } from "../money/useMoneyAct.ts";
import { Section } from "../parts/page.tsx";
import { ProblemCard } from "../parts/problemCard.tsx";
import { ReceiptView } from "../parts/receiptView.tsx";
import { useAct } from "../parts/useAct.ts";
import { serverNow } from "../serverClock.ts";
import { ledger as words } from "../words/en/ledger.ts";
import { cancelAsked } from "./cancelAsked.ts";

type Command = CommandOf<"cancelContract">;
type Reply = ReplyOf<"cancelContract">;

const options = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** Ends a contract: the sum and its rule first, then the step that does it. */
export function CancelContract({ contract }: { readonly contract: Contract }) {
  const [told, setTold] = useState({
    by: "holder",
    reason: "withdrawal",
    noticeOn: "",
    deviceReturned: false,
  });
  const [shown, setShown] = useState<Reply>();
  const command = cancelAsked(told, contract, serverNow());
  const trying = useAct(async (tried: Command) => {
    const reply = await client.cancelContract(tried, { dryRun: true });
    if (isRefused(reply)) {
      throw new ProblemError({
        status: 409,
        code: reply.code,
        detail: reply.says,
        next: reply.next,
      } as never);
    }
    return reply;
  }, setShown);
  const ending = useMoneyAct(client.cancelContract, () => words.cancelled);
  const change = (more: Partial<typeof told>) => {
    setTold((now) => ({ ...now, ...more }));
    setShown(undefined);
    trying.reset();
  };
  const problem = ending.problem ?? trying.problem;
  return (
    <Section title={words.cancel} note={words.cancelNote}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          trying.perform(command);
        }}
      >
        <NativeSelect
          label={words.by}
          data={options(words.byNames)}
          value={told.by}
          onChange={(event) => change({ by: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.why}
          data={options(words.whys)}
          value={told.reason}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
        <TextInput
          label={words.noticeOn}
          description={words.noticeHint}
          type="date"
          value={told.noticeOn}
          onChange={(event) => change({ noticeOn: event.currentTarget.value })}
        />
        <Checkbox
          label={words.deviceReturned}
          checked={told.deviceReturned}
          onChange={(event) => change({ deviceReturned: event.currentTarget.checked })}
        />
        {shown === undefined ? (
          <Button type="submit" variant="default" loading={trying.pending}>
            {words.cancelCheck}
          </Button>
        ) : null}
      </form>
      {shown === undefined ? null : (
        <Outcome reply={shown}>
          <Button color="red" loading={ending.pending} onClick={() => ending.perform(command)}>
            {words.cancelSure}
          </Button>
          <Button variant="default" onClick={() => setShown(undefined)}>
            {words.keep}
          </Button>
        </Outcome>
      )}
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </Section>
  );
}

/** What comes back and by which rule, above what can be done about it. */
function Outcome(props: { readonly reply: Reply; readonly children: ReactNode }) {
  const { refund, says, receipt } = props.reply;
  return (
    <div className="sure">
      <p role="status">
        <b>{refund === null ? words.cancelNothing : `${words.cancelSum}: ${formatMoney(refund.amount)}`}</b>
      </p>
      {says.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <ReceiptView receipt={receipt}>
        <RefundSteps receipt={receipt} />
      </ReceiptView>
      <div className="row">{props.children}</div>
    </div>
  );
}
