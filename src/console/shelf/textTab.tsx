import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { FactList, ProblemCard, Section } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { shelf as words } from "../words/en/shelf.ts";
import { readSheet, SheetBoxes, typedSheet } from "./sheetBoxes.tsx";
import { type KeptProduct, readShelfAgain } from "./shelfQueries.ts";
import { useBoxes } from "./useBoxes.ts";

const supplies = Object.entries(words.codeSupplies).map(([value, label]) => ({ value, label }));

interface Props {
  readonly product: KeptProduct;
  readonly mayEdit: boolean;
}

/** What is written of a product, ours and its supplier's. */
export function TextTab({ product, mayEdit }: Props) {
  const { told, box } = useBoxes({ ...typedSheet(product), codeSupply: product.codeSupply as string });
  const [isListed, setIsListed] = useState(product.isListed);
  const announce = useAnnounce();
  const saving = useAct(client.reviseProduct, async () => {
    announce(words.saved);
    await readShelfAgain();
  });
  const { sku, version } = product;
  const { codeSupply, ...sheet } = told;
  const revision = {
    ...{ sku, version, ...readSheet(sheet), isListed },
    codeSupply: codeSupply as KeptProduct["codeSupply"],
  };
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    saving.perform(revision);
  };
  const isPlan = product.soldAs !== "goods";
  return (
    <>
      <form className="form card" onSubmit={save}>
        <fieldset className="form" disabled={!mayEdit}>
          <legend className="visually-hidden">{words.tabs.text}</legend>
          <SheetBoxes box={box} problem={saving.problem} isPlan={isPlan} />
          {isPlan ? <NativeSelect {...box("codeSupply", words.codeSupply)} data={supplies} /> : null}
          <Checkbox
            label={words.isListed}
            checked={isListed}
            onChange={(event) => setIsListed(event.currentTarget.checked)}
          />
        </fieldset>
        {mayEdit ? (
          <Button type="submit" loading={saving.pending}>
            {words.save}
          </Button>
        ) : null}
        {saving.problem === undefined ? null : <ProblemCard problem={saving.problem} />}
      </form>
      <KeptFields
        product={product}
        release={mayEdit ? (field) => saving.perform({ ...revision, releases: [field] }) : undefined}
      />
      <SuppliersWords product={product} />
    </>
  );
}

type FeedField = "name" | "prices";

function KeptFields(props: {
  readonly product: KeptProduct;
  readonly release: ((field: FeedField) => void) | undefined;
}) {
  const { product, release } = props;
  return product.keptFields.length === 0 ? null : (
    <Section title={words.kept} note={words.keptNote}>
      <ul className="row">
        {product.keptFields.map((field) => {
          const name = words.fields[field] ?? field;
          return (
            <li key={field}>
              {name}{" "}
              {release === undefined ? null : (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={words.release(name)}
                  onClick={() => release(field as FeedField)}
                >
                  {words.release("")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function SuppliersWords({ product: { offer } }: { readonly product: KeptProduct }) {
  return offer.supplier === null ? null : (
    <Section title={words.suppliersWords} note={words.suppliersNote}>
      <FactList
        facts={[
          [words.supplier, offer.supplier],
          [words.productCode, offer.supplierCode],
          [words.description, offer.description],
          ...offer.parameters.map(({ name, value }) => [name, value] as const),
        ]}
      />
    </Section>
  );
}
