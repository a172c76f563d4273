import {
  LINK_COOKIE,
  type LinkKind,
  readLink,
  requestCode,
  signInWithCode,
  signOut,
} from "../../identity/index.ts";
import { notFound, Problem } from "../../platform/index.ts";
import { signInCodePage, signInPage } from "../pages/signInPages.ts";
import { forget, keep } from "../visit/draft.ts";
import { isEmail } from "../visit/readForm.ts";
import { formOf, frameOf, get, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";

const words = en.device;
const linkSeconds = 30 * 24 * 60 * 60;

function typedEmail(visit: Visit): string {
  return visit.draft.parts.get("signIn")?.email ?? "";
}

function codePage(visit: Visit, mistakes: Readonly<Record<string, string>> = {}) {
  const email = typedEmail(visit);
  const form = { ...formOf(visit, {}, mistakes), action: "/sign-in/code" };
  const again = { ...formOf(visit), action: "/sign-in" };
  return signInCodePage(frameOf(visit), { form, email, again });
}

async function sendCode(visit: Visit) {
  const { sent, platform, request, draft } = visit;
  const email = sent.email ?? "";
  if (!isEmail(email)) {
    const form = formOf(visit, { email }, { email: words.emailMissing });
    return { status: 400, page: signInPage(frameOf(visit), { form }) };
  }
  await requestCode(platform, email, request.ip);
  keep(draft, "signIn", { ...draft.parts.get("signIn"), email });
  return { goTo: "/sign-in/code" };
}

async function enterCode(visit: Visit) {
  const { sent, platform, request, draft } = visit;
  const code = sent.code ?? "";
  const email = typedEmail(visit);
  if (email === "") {
    return { goTo: "/sign-in" };
  }
  if (!/^[\d\s-]{6,20}$/.test(code)) {
    return { status: 400, page: codePage(visit, { code: words.codeMissing }) };
  }
  try {
    visit.cookies.push(await signInWithCode(platform, email, code, request));
  } catch (error) {
    if (error instanceof Problem && error.status === 400) {
      return { status: 400, page: codePage(visit, { code: words.codeWrong }) };
    }
    throw error;
  }
  const goTo = localPath(draft.parts.get("signIn")?.next);
  keep(draft, "signIn", undefined);
  return { goTo };
}

/** A path of ours; anything else leads to the start. */
function localPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) ? path : "/";
}

const PLACES: Readonly<Record<LinkKind, string>> = {
  claim: "cases",
  order: "orders",
  transfer: "transfers",
  draft: "report/draft",
  verification: "video-checks",
};

/** Of what files belong to, where they are served. */
const SERVED: Readonly<Partial<Record<LinkKind, string>>> = {
  claim: "claims",
  verification: "verifications",
};

/**
 * A link from a mail: it opens its one case, order or transfer, and only there, so it never narrows what a
 * session sees.
 */
function openLink(visit: Visit) {
  const { platform, params, cookies } = visit;
  const token = params.token ?? "";
  const link = readLink(platform, token);
  if (link === undefined) {
    throw notFound("link");
  }
  const path = `/${PLACES[link.kind]}/${link.id}`;
  // A draft goes on over several pages; whatever else is opened is one page and what lies below it.
  cookies.push(linkCookie(visit, token, link.kind === "draft" ? "/report" : path));
  const served = SERVED[link.kind];
  if (served !== undefined) {
    // Photos and videos are sent to, and shown from, the address of the API.
    cookies.push(linkCookie(visit, token, `/v1/${served}/${link.id}`));
  }
  return { goTo: path };
}

/** The set-cookie header of a link, sent back to one path alone. */
export function linkCookie({ platform }: Visit, token: string, path: string): string {
  const secure = platform.config.publicUrl.startsWith("https:") ? "; Secure" : "";
  return `${LINK_COOKIE}=${token}; Max-Age=${linkSeconds}; Path=${path}; HttpOnly; SameSite=Lax${secure}`;
}

/** Signing in by a mailed code, signing out, and links from mails. */
export const signInRoutes = [
  get("/sign-in", async (visit) =>
    signInPage(frameOf(visit), { form: formOf(visit, { email: typedEmail(visit) }) }),
  ),
  post("/sign-in", sendCode),
  get("/sign-in/code", async (visit) => (typedEmail(visit) === "" ? { goTo: "/sign-in" } : codePage(visit))),
  post("/sign-in/code", enterCode),
  post("/sign-out", async (visit) => {
    visit.cookies.push(await signOut(visit.platform, visit.request));
    forget(visit.draft);
    return { goTo: "/" };
  }),
  get("/open/:token", async (visit) => openLink(visit)),
];
