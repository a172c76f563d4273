import { Textarea, TextInput } from "@mantine/core";
import type { ProblemError } from "../../client/index.ts";
import { shelf as words } from "../words/en/shelf.ts";
import { readSpecifications, readWords, writeSpecifications } from "./readTyped.ts";
import type { KeptProduct } from "./shelfQueries.ts";
import type { useBoxes } from "./useBoxes.ts";

/** A product's sheet as it stands in the boxes of a form. */
export const EMPTY_SHEET = {
  ...{ productCode: "", name: "", brand: "", category: "", summary: "", specifications: "" },
  ...{ photoUrl: "", gtin: "", weightGrams: "0", models: "" },
};
export type TypedSheet = typeof EMPTY_SHEET;

/** The sheet of a product, to be typed over. */
export function typedSheet(product: KeptProduct): TypedSheet {
  const { productCode, name, brand, category, summary, photoUrl, gtin, weightGrams, models } = product;
  return {
    ...{ productCode, name, brand, category, summary },
    specifications: writeSpecifications(product.specifications),
    ...{ photoUrl: photoUrl ?? "", gtin: gtin ?? "", weightGrams: String(weightGrams) },
    models: models.join(", "),
  };
}

/** What was typed, as the server takes it. */
export function readSheet({ specifications, photoUrl, gtin, weightGrams, models, ...rest }: TypedSheet) {
  return {
    ...rest,
    specifications: readSpecifications(specifications),
    ...(photoUrl === "" ? {} : { photoUrl }),
    ...(gtin === "" ? {} : { gtin }),
    weightGrams: Number(weightGrams),
    models: readWords(models),
  };
}

/** The boxes of a sheet. Models are asked for where a plan is sold. */
export function SheetBoxes(props: {
  readonly box: ReturnType<typeof useBoxes<keyof TypedSheet>>["box"];
  readonly problem: ProblemError | undefined;
  readonly isPlan: boolean;
}) {
  const { box, problem, isPlan } = props;
  return (
    <>
      <TextInput {...box("name", words.name, problem)} required maxLength={200} />
      <TextInput {...box("productCode", words.productCode, problem)} required maxLength={80} />
      <TextInput {...box("brand", words.brand, problem)} required maxLength={60} />
      <TextInput
        {...box("category", words.category, problem)}
        description={words.categoryHint}
        pattern="[a-z0-9\-]+(/[a-z0-9\-]+){0,3}"
      />
      <Textarea {...box("summary", words.summary, problem)} maxLength={500} autosize />
      <Textarea
        {...box("specifications", words.specifications, problem)}
        description={words.specificationsHint}
        autosize
      />
      <TextInput
        {...box("photoUrl", words.photoUrl, problem)}
        description={words.photoHint}
        type="url"
        pattern="https://.*"
      />
      <TextInput {...box("gtin", words.gtin, problem)} pattern="[0-9]{8}|[0-9]{12,14}" />
      <TextInput {...box("weightGrams", words.weightGrams, problem)} type="number" min={0} required />
      {isPlan ? (
        <TextInput {...box("models", words.models, problem)} description={words.modelsHint} required />
      ) : null}
    </>
  );
}
