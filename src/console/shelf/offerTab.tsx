import { Button, TextInput } from "@mantine/core";
import type { SubmitEvent } from "react";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { FactList, ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { shelf as words } from "../words/en/shelf.ts";
import { type KeptProduct, readShelfAgain } from "./shelfQueries.ts";
import { useBoxes } from "./useBoxes.ts";

interface Props {
  readonly product: KeptProduct;
  readonly mayEdit: boolean;
}

/** How a product may be had: a supplier's file tells it, or a person. */
export function OfferTab({ product, mayEdit }: Props) {
  const { offer } = product;
  return offer.supplier === null && mayEdit ? (
    <OfferForm product={product} />
  ) : (
    <div className="card">
      <FactList
        facts={[
          [words.supplier, offer.supplier ?? words.own],
          [words.stock, offer.stock?.toLocaleString("en") ?? words.onDemand],
          [words.leadDays, offer.leadDays],
          [words.minQuantity, offer.minQuantity],
          [words.multiple, offer.multiple],
        ]}
      />
      {offer.supplier === null ? null : <p className="muted">{words.offerOfSupplier}</p>}
    </div>
  );
}

function OfferForm({ product: { sku, version, offer } }: Pick<Props, "product">) {
  const { told, box } = useBoxes({
    ...{ stock: offer.stock === null ? "" : String(offer.stock), leadDays: String(offer.leadDays) },
    ...{ minQuantity: String(offer.minQuantity), multiple: String(offer.multiple) },
  });
  const announce = useAnnounce();
  const saving = useAct(client.setOffer, async () => {
    announce(words.saved);
    await readShelfAgain();
  });
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { stock, leadDays, minQuantity, multiple } = told;
    saving.perform({
      ...{ sku, version, leadDays: Number(leadDays) },
      ...(stock === "" ? {} : { stock: Number(stock) }),
      ...{ minQuantity: Number(minQuantity), multiple: Number(multiple) },
    });
  };
  const number = { type: "number", required: true } as const;
  return (
    <form className="form card" onSubmit={save}>
      <TextInput
        {...box("stock", words.stock, saving.problem)}
        description={words.stockHint}
        type="number"
        min={0}
      />
      <TextInput {...box("leadDays", words.leadDays, saving.problem)} {...number} min={0} max={365} />
      <TextInput {...box("minQuantity", words.minQuantity, saving.problem)} {...number} min={1} />
      <TextInput {...box("multiple", words.multiple, saving.problem)} {...number} min={1} />
      <Button type="submit" loading={saving.pending}>
        {words.save}
      </Button>
      {saving.problem === undefined ? null : <ProblemCard problem={saving.problem} />}
    </form>
  );
}
