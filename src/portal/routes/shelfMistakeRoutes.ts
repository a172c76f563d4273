import { reportError, showProduct } from "../../catalogue/index.ts";
import { productMistakePage } from "../pages/shelfCheckPages.ts";
import type { Answers } from "../visit/draft.ts";
import { isEmail, isEmpty, mistakesIn } from "../visit/readForm.ts";
import { ask, attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";

const words = en.shelf;
const subjects = ["name", "description", "specifications", "parameters", "photo", "price", "other"] as const;
type Subject = (typeof subjects)[number];

async function show(visit: Visit, mistakes: Answers = {}, isSent = false): Promise<PageAnswer> {
  const { sku, name } = await ask(visit, showProduct, { sku: visit.params.sku ?? "" });
  const given = { email: visit.email ?? "", ...visit.sent };
  const page = productMistakePage(frameOf(visit), {
    sku,
    name,
    isSent,
    form: formOf(visit, given, mistakes),
  });
  return isEmpty(mistakes) ? page : { status: 400, page };
}

async function send(visit: Visit): Promise<PageAnswer> {
  const { about = "", says = "", email = "" } = visit.sent;
  const mistakes = mistakesIn([
    ["about", subjects.includes(about as Subject), words.reportFieldMissing],
    ["says", says.length >= 3 && says.length <= 2_000, words.reportMissing],
    ["email", email === "" || isEmail(email), words.reportEmailWrong],
  ]);
  if (!isEmpty(mistakes)) {
    return await show(visit, mistakes);
  }
  const sku = visit.params.sku ?? "";
  const told = { sku, about: about as Subject, says, ...(email === "" ? {} : { email }) };
  const fields = { "/says": "says", "/email": "email", "/about": "about" };
  const sent = await attempt(visit, reportError, told, { fields });
  return sent.mistakes === undefined ? await show(visit, {}, true) : await show(visit, sent.mistakes);
}

/** Telling us what is wrong on the page of a product. */
export const shelfMistakeRoutes = [
  get("/shop/:sku/mistake", (visit) => show(visit)),
  post("/shop/:sku/mistake", send),
];
