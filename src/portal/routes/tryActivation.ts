import { activateContract } from "../../contracts/index.ts";
import { activationCommand, activationFields } from "../models/activationAnswers.ts";
import { regions } from "../models/countries.ts";
import { modelChoices } from "../models/modelChoices.ts";
import { refusalOf } from "../models/refusalOf.ts";
import { activateDevicePage } from "../pages/activateDevicePage.ts";
import type { Answers } from "../visit/draft.ts";
import { isEmpty } from "../visit/readForm.ts";
import { attempt, formOf, frameOf, type PageAnswer, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";

const words = en.activate;

/** The step that asks for the device. It may be shown at another address: its form leads to its own. */
export async function devicePage(visit: Visit, values: Answers, mistakes: Answers = {}): Promise<PageAnswer> {
  const models = mistakes.model === undefined ? undefined : await modelChoices(visit, values.models ?? "");
  const form = { ...formOf(visit, values, mistakes), action: "/activate/device" };
  const page = activateDevicePage(frameOf(visit), { form, regions, models });
  return isEmpty(mistakes) ? page : { status: 400, page };
}

type Activated = { readonly reply: Awaited<ReturnType<typeof activateOnce>>["reply"] & object };

function activateOnce(visit: Visit, given: Answers, dryRun: boolean) {
  const command = activationCommand(given);
  return attempt(visit, activateContract, command, { fields: activationFields, dryRun });
}

/** Activates, or only tries to: the reply, or the page that says what stands against it. */
export async function tryActivation(
  visit: Visit,
  given: Answers,
  dryRun: boolean,
): Promise<Activated | PageAnswer> {
  const tried = await activateOnce(visit, given, dryRun);
  if (tried.mistakes !== undefined) {
    const { code, model } = tried.mistakes;
    const mistakes = model === undefined ? tried.mistakes : { ...tried.mistakes, model: words.modelUnknown };
    return code === undefined ? await devicePage(visit, given, mistakes) : { goTo: "/activate" };
  }
  if (tried.refused !== undefined) {
    const way = { href: "/activate/device", picture: "code" as const, label: words.otherDevice };
    return refusalOf(visit, tried.refused, {
      title: words.refusedTitle,
      calm: words.codeUnharmed,
      back: "/activate/device",
      ways: [way],
    });
  }
  return { reply: tried.reply };
}
