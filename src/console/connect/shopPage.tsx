import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { client } from "../client.ts";
import { ToolNav } from "../codes/toolNav.tsx";
import { readToolsAgain, type Shop, toolQueries } from "../codes/toolQueries.ts";
import {
  Badge,
  EmptyState,
  FactList,
  PageHead,
  ProblemCard,
  Section,
  Shown,
  useRole,
} from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { tools as words } from "../words/en/tools.ts";
import { MessageList } from "./messageList.tsx";
import { SkuMap } from "./skuMap.tsx";

/** One shop: what it calls our products, and what it told us. */
export function ShopPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(toolQueries.shops({ id }));
  const { role } = useRole();
  const keeps = role === "reseller" || role === "manager";
  return (
    <Shown query={query}>
      {({ data }) => {
        const [shop] = data;
        return shop === undefined ? (
          <EmptyState says={words.shopsEmpty} />
        ) : (
          <div className="page">
            <PageHead
              title={shop.domain}
              about={<Badge tone={shop.state === "on" ? "ok" : "over"}>{words.shopStates[shop.state]}</Badge>}
              actions={keeps ? <ShopActs shop={shop} /> : undefined}
            />
            <ToolNav />
            <FactList
              facts={[
                [words.messagesUrl, <code key="url">{shop.messagesUrl}</code>],
                [
                  words.method,
                  words.methodNames[shop.method as keyof typeof words.methodNames] ?? shop.method,
                ],
              ]}
            />
            <Section title={words.skus} note={words.skusNote}>
              <SkuMap key={JSON.stringify(shop.skus)} shop={shop} keeps={keeps} />
            </Section>
            <Section title={words.messages}>
              <MessageList shop={shop.id} keeps={keeps} />
            </Section>
          </div>
        );
      }}
    </Shown>
  );
}

function ShopActs({ shop: { id, state } }: { readonly shop: Shop }) {
  const [said, setSaid] = useState<string>();
  const switching = useAct(client.changeShop, readToolsAgain);
  const testing = useAct(client.testShop, async ({ skus, signature }) => {
    const bad = skus.filter(({ isSold }) => !isSold).map(({ theirs }) => theirs);
    setSaid(signature && bad.length === 0 ? words.testGood : words.testBad(bad.join(", ")));
    await readToolsAgain();
  });
  return (
    <>
      <Button variant="default" loading={testing.pending} onClick={() => testing.perform({ id })}>
        {words.test}
      </Button>
      <Button
        variant="default"
        loading={switching.pending}
        onClick={() => switching.perform({ id, state: state === "on" ? "off" : "on" })}
      >
        {state === "on" ? words.switchOff : words.switchOn}
      </Button>
      <span role="status">{said}</span>
      {[switching, testing].map(({ problem }) =>
        problem === undefined ? null : <ProblemCard key={problem.code} problem={problem} />,
      )}
    </>
  );
}
