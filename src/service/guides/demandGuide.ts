import { modelNamed } from "../../catalogue/index.ts";
import { badField, type Tx } from "../../platform/index.ts";
import type { GuideGiven } from "./guide.ts";

/** What no shape can say of a guide. Errors: Problem 400 that names the field. */
export async function demandGuide(tx: Tx, { models, texts }: GuideGiven): Promise<void> {
  for (const [index, model] of models.entries()) {
    if ((await modelNamed(tx, model)) === undefined) {
      throw badField(`/models/${index}`, "unknown_model", `The catalogue has no model ${model}.`);
    }
  }
  const languages = texts.map(({ language }) => language);
  const twice = languages.findIndex((language, index) => languages.indexOf(language) < index);
  if (twice >= 0) {
    throw badField(`/texts/${twice}/language`, "language_twice", "A language stands there twice.");
  }
}
