import { Type } from "typebox";
import { accepted, act, shape } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import {
  demandKnownNames,
  demandText,
  insertText,
  TextParams,
  TextShape,
  toText,
  wordingBody,
} from "../texts/index.ts";

/** PUT /v1/texts/{template}/{language}: another wording of a letter, from now on. */
export const setText = act({
  route: "PUT /v1/texts/{template}/{language}",
  permission: "text.keep",
  summary: "Sets how a letter is worded in a language from now on, over the version that was seen.",
  params: TextParams,
  body: shape({ ...wordingBody, version: Type.Integer({ minimum: 0, maximum: 1_000_000 }) }),
  reply: TextShape,
  run: async (tx, { template, language, subject, body, version }, at) => {
    demandText(template, language);
    demandKnownNames(template, { subject, body });
    const row = await insertText(
      tx,
      template,
      language,
      version,
      subject.trim(),
      body.trim(),
      at,
      tx.caller.id,
    );
    return row === undefined ? refuse("text_set_meanwhile") : accepted(toText(row));
  },
});
