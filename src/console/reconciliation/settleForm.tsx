import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { useMoneyAct } from "../money/index.ts";
import { ProblemCard, Section } from "../parts/index.ts";
import { money } from "../words/en/money.ts";
import { reconciliation as words } from "../words/en/reconciliation.ts";
import type { Difference } from "./sidesOf.ts";

type Way = CommandOf<"settleDifference">["action"];

/** Ends a difference with a reason; of two who are needed, the first one asks and the second one does it. */
export function SettleForm({ difference: { id, canPost, asked } }: { readonly difference: Difference }) {
  const [reason, setReason] = useState("");
  const settling = useMoneyAct(
    client.settleDifference,
    ({ state }) => {
      if (state === "open") {
        return words.settleAsked;
      }
      return state === "posted" ? words.wasPosted : words.settled;
    },
    () => setReason(""),
  );
  const ways = waysOf(canPost, asked);
  const settle = (action: Way) => {
    if (reason.trim() !== "") {
      settling.perform({ id, action, reason: reason.trim() });
    }
  };
  return (
    <Section title={words.settle}>
      {asked === null ? null : (
        <div className="sure">
          <p>
            <b>{words.askedTitle}</b>
          </p>
          <p>{words.asked(words.ways[asked.action], asked.reason)}</p>
          <p>{words.askedNote}</p>
        </div>
      )}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          settle(ways[0] ?? "accept");
        }}
      >
        <TextInput
          label={money.reason}
          description={words.reasonHint}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className="row">
          {ways.map((way, place) => (
            <Button
              key={way}
              type={place === 0 ? "submit" : "button"}
              variant={place === 0 ? "filled" : "default"}
              loading={settling.pending}
              disabled={reason.trim() === ""}
              onClick={place === 0 ? undefined : () => settle(way)}
            >
              {words.ways[way]}
            </Button>
          ))}
        </div>
        {settling.problem === undefined ? null : <ProblemCard problem={settling.problem} />}
      </form>
    </Section>
  );
}

/** What was asked for binds the second person. */
function waysOf(canPost: boolean, asked: Difference["asked"]): readonly Way[] {
  if (asked !== null) {
    return [asked.action];
  }
  return canPost ? ["post", "accept"] : ["accept"];
}
