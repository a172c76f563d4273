import { Type } from "typebox";
import { shape } from "../../platform/index.ts";

export { demandText } from "./knownTemplates.ts";
export { listTexts, TextShape, toText } from "./listTexts.ts";
export { demandKnownNames, previewText, wordingBody } from "./previewText.ts";
export { insertText, type TextRow, textsOf } from "./textStore.ts";
export { reworded } from "./wording.ts";

/** The path of a wording. */
export const TextParams = shape({
  template: Type.String({ minLength: 1, maxLength: 60 }),
  language: Type.String({ minLength: 2, maxLength: 10 }),
});
