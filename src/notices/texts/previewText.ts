import { Type } from "typebox";
import { personsByIds } from "../../identity/index.ts";
import { accepted, act, badField, notFound, readPublicId, shape, type Tx } from "../../platform/index.ts";
import { type Letter, renderLetter } from "../letter.ts";
import { mailings } from "../mailings.ts";
import { refuse } from "../refusals.ts";
import { samples } from "../sampleLetters.ts";
import { demandText, variablesOf } from "./knownTemplates.ts";
import { lastEventOf } from "./textStore.ts";
import { reworded, unknownName } from "./wording.ts";

/** The wording of a letter as somebody types it. */
export const wordingBody = {
  subject: Type.String({ minLength: 1, maxLength: 200, pattern: "^[^\\u0000-\\u001f\\u007f]*$" }),
  body: Type.String({
    minLength: 1,
    maxLength: 8000,
    pattern: "^[^\\u0000-\\u0009\\u000b-\\u001f\\u007f]*$",
  }),
};

/** Errors: Problem 400 for a name that the letter cannot fill in, with those it can. */
export function demandKnownNames(template: string, wording: { subject: string; body: string }): void {
  const known = variablesOf(template);
  const unknown = unknownName(wording, known);
  if (unknown !== undefined) {
    const can = known.map((one) => `{${one}}`).join(", ");
    const inSubject = unknownName({ subject: wording.subject, body: "" }, known) !== undefined;
    const says = `There is no {${unknown}} in this letter. It can fill in: ${can}.`;
    throw badField(inSubject ? "/subject" : "/body", "unknown_variable", says);
  }
}

/** POST /v1/texts/{template}/preview: what a letter says, in a wording or as shipped. Nothing is sent. */
export const previewText = act({
  route: "POST /v1/texts/{template}/preview",
  permission: "text.read",
  summary: "Shows a letter in a wording, with a sample or with a real case. Nothing is sent or kept.",
  isQuestion: true,
  params: shape({ template: Type.String({ minLength: 1, maxLength: 60 }) }),
  body: shape({
    subject: Type.Optional(wordingBody.subject),
    body: Type.Optional(wordingBody.body),
    claimId: Type.Optional(Type.String({ maxLength: 80 })),
  }),
  reply: shape({ subject: Type.String(), text: Type.String(), html: Type.String() }),
  run: async (tx, { template, subject, body, claimId }) => {
    demandText(template, "en");
    const found = claimId === undefined ? sampleOf(template) : await realLetter(tx, template, claimId);
    if (found === undefined) {
      return refuse("no_such_letter_yet");
    }
    const { letter, name } = found;
    const brand = tx.platform.config.brandName;
    if (subject === undefined || body === undefined) {
      return accepted(renderLetter(letter, name, brand));
    }
    demandKnownNames(template, { subject, body });
    return accepted(renderLetter(reworded(letter, { subject, body }, name, brand), name, brand));
  },
});

interface Found {
  readonly letter: Letter;
  readonly name: string;
}

function sampleOf(template: string): Found | undefined {
  const letter = samples[template];
  return letter && { letter, name: "Ada Sample" };
}

/** The letter as it was or would be sent in a case. */
async function realLetter(tx: Tx, template: string, claimId: string): Promise<Found | undefined> {
  const claim = readPublicId("clm", claimId);
  if (claim?.no === undefined) {
    throw notFound("claim");
  }
  const mailing = mailings.find((one) => one.template === template);
  const event = mailing && (await lastEventOf(tx, claim.rootId, mailing.on, claim.no));
  const db = { query: tx.query, platform: tx.platform };
  const addressed = event && (await mailing?.address(db, claim.rootId, event.body));
  if (addressed === undefined) {
    return undefined;
  }
  const person = (await personsByIds(tx, [addressed.personId])).get(addressed.personId);
  return { letter: addressed.letter, name: person?.name ?? "" };
}
