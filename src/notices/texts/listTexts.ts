import { type Static, Type } from "typebox";
import { Instant, read, shape } from "../../platform/index.ts";
import { samples } from "../sampleLetters.ts";
import { templates, variablesOf } from "./knownTemplates.ts";
import { type TextRow, textsNow } from "./textStore.ts";
import { languages } from "./wording.ts";

/** A wording of ours. */
export const TextShape = shape({
  template: Type.String(),
  language: Type.String(),
  /** 0 where nobody has changed it. */
  version: Type.Integer(),
  /** Left out where the code's own counts. */
  subject: Type.Optional(Type.String()),
  body: Type.Optional(Type.String()),
  setAt: Type.Optional(Instant),
  setBy: Type.Optional(Type.String()),
});

/** The outside form of a wording. */
export function toText({
  template,
  language,
  version,
  subject,
  body,
  setAt,
  setBy,
}: TextRow): Static<typeof TextShape> {
  return {
    ...{ template, language, version, setAt: setAt.toString(), setBy },
    ...(subject === null || body === null ? {} : { subject, body }),
  };
}

/** GET /v1/texts: every letter with its wordings, the languages it has none in, and what it can fill in. */
export const listTexts = read({
  route: "GET /v1/texts",
  permission: "text.read",
  summary: "Every letter with its wordings by language, what is missing, and what can be filled in.",
  reply: shape({
    languages: Type.Array(Type.String()),
    data: Type.Array(
      shape({
        template: Type.String(),
        hasSample: Type.Boolean(),
        variables: Type.Array(Type.String()),
        texts: Type.Array(TextShape),
        /** Languages it goes out in English for. */
        missing: Type.Array(Type.String()),
      }),
    ),
  }),
  run: async (db) => {
    const rows = await textsNow(db);
    return {
      languages: [...languages],
      data: templates.map((template) => {
        const texts = rows.filter((row) => row.template === template).map(toText);
        const worded = texts.flatMap(({ language, subject }) => (subject === undefined ? [] : [language]));
        return {
          template,
          hasSample: samples[template] !== undefined,
          variables: [...variablesOf(template)],
          texts,
          missing: languages.filter((one) => one !== "en" && !worded.includes(one)),
        };
      }),
    };
  },
});
