import { Type } from "typebox";
import { accepted, act, shape } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import { demandText, insertText, TextParams, TextShape, toText } from "../texts/index.ts";

/** POST /v1/texts/{template}/{language}/reset: back to the wording that came with the release. */
export const resetText = act({
  route: "POST /v1/texts/{template}/{language}/reset",
  permission: "text.keep",
  summary: "Goes back to the wording a letter was shipped with; earlier versions are kept.",
  params: TextParams,
  body: shape({ version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }),
  reply: TextShape,
  run: async (tx, { template, language, version }, at) => {
    demandText(template, language);
    const row = await insertText(tx, template, language, version, null, null, at, tx.caller.id);
    return row === undefined ? refuse("text_set_meanwhile") : accepted(toText(row));
  },
});
