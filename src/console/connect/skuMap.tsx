import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { client } from "../client.ts";
import { readToolsAgain, type Shop } from "../codes/toolQueries.ts";
import { SmallTable } from "../money/index.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { tools as words } from "../words/en/tools.ts";

/** What the shop calls a product, and what it is here. */
export function SkuMap({ shop, keeps }: { readonly shop: Shop; readonly keeps: boolean }) {
  const [theirs, setTheirs] = useState("");
  const [ours, setOurs] = useState("");
  const announce = useAnnounce();
  const saving = useAct(client.changeShop, async () => {
    announce(words.saved);
    await readToolsAgain();
  });
  const without = (sku: string) => shop.skus.filter((pair) => pair.theirs !== sku);
  const save = (skus: Shop["skus"]) => saving.perform({ id: shop.id, skus });
  return (
    <>
      <SmallTable
        label={words.skus}
        heads={[words.theirs, words.ours, ...(keeps ? [words.removeHead] : [])]}
        none={words.skusNote}
        rows={shop.skus.map((pair) => ({
          key: pair.theirs,
          cells: [
            <code key="theirs">{pair.theirs}</code>,
            pair.ours === null ? words.notOurs : <code key="ours">{pair.ours}</code>,
            keeps ? (
              <button
                key="remove"
                type="button"
                className="text-button"
                onClick={() => save(without(pair.theirs))}
              >
                {words.removeSku(pair.theirs)}
              </button>
            ) : null,
          ],
        }))}
      />
      {keeps ? (
        <form
          className="row end"
          onSubmit={(event) => {
            event.preventDefault();
            save([...without(theirs.trim()), { theirs: theirs.trim(), ours: ours.trim() || null }]);
          }}
        >
          <TextInput
            label={words.theirs}
            value={theirs}
            onChange={(event) => setTheirs(event.currentTarget.value)}
            required
            maxLength={254}
          />
          <TextInput
            label={words.ours}
            value={ours}
            onChange={(event) => setOurs(event.currentTarget.value)}
            maxLength={60}
          />
          <Button type="submit" loading={saving.pending}>
            {words.addSku}
          </Button>
        </form>
      ) : null}
      {saving.problem === undefined ? null : <ProblemCard problem={saving.problem} />}
    </>
  );
}
