import formbody from "@fastify/formbody";
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { demandOwnOrigin } from "../../identity/index.ts";
import { notFound, type Platform, Problem } from "../../platform/index.ts";
import { Html } from "../html.ts";
import { type ProblemStatus, problemPage } from "../pages/problemPage.ts";
import { pageRoutes } from "../routes/pageRoutes.ts";
import { serveEngine } from "../script/serveEngine.ts";
import { en } from "../words/en.ts";
import { draftCookie, isFormToken, keep } from "./draft.ts";
import { policyOf } from "./policyOf.ts";
import { readFileForms } from "./readFileForm.ts";
import { serveAssets } from "./serveAssets.ts";
import { frameOf, type PageAnswer, type PageRoute, type Visit, visitOf } from "./visit.ts";

const longestPath = 300;
const formType = "application/x-www-form-urlencoded";

/** The owner's portal: every page, its forms, its style and script. Registered beside the API. */
export function portalPlugin(platform: Platform): FastifyPluginAsync {
  return async (http) => {
    if (!http.hasContentTypeParser(formType)) {
      await http.register(formbody);
    }
    readFileForms(http);
    http.setErrorHandler(async (error, request, reply) => await showProblem(platform, error, request, reply));
    serveAssets(http, platform.config.brandName);
    serveEngine(http);
    for (const route of pageRoutes) {
      mount(http, platform, route);
    }
    http.get("/*", { schema: { hide: true } }, () => {
      throw notFound("page");
    });
  };
}

function mount(http: FastifyInstance, platform: Platform, { method, path, run }: PageRoute): void {
  http.route({
    method,
    url: path,
    schema: { hide: true },
    handler: async (request, reply) => {
      const visit = await visitOf(platform, request);
      if (method === "POST") {
        demandOwnOrigin(platform, request);
        demandOwnForm(visit);
      }
      return send(reply, visit, await run(visit));
    },
  });
}

/** A form that was rendered for another browser, or forged, is not used. */
function demandOwnForm(visit: Visit): void {
  if (!isFormToken(visit.platform, visit.draft, visit.sent.formToken ?? "")) {
    throw new Problem(403, "foreign_form", "This form was not rendered for this browser.");
  }
}

function send(reply: FastifyReply, visit: Visit, answer: PageAnswer): FastifyReply {
  if (visit.draft.changed) {
    visit.cookies.push(draftCookie(visit.platform, visit.draft));
  }
  reply.headers({
    "cache-control": "no-store",
    "content-security-policy": policyOf(visit.platform, answer),
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    ...(visit.cookies.length > 0 ? { "set-cookie": visit.cookies } : {}),
  });
  if ("goTo" in answer) {
    return reply.redirect(answer.goTo, 303);
  }
  if ("file" in answer) {
    const { type, name, text } = answer.file;
    return reply.header("content-disposition", `attachment; filename="${name}"`).type(type).send(text);
  }
  const page = answer instanceof Html ? answer : answer.page;
  return reply
    .code(answer instanceof Html ? 200 : answer.status)
    .type("text/html; charset=utf-8")
    .send(page.toString());
}

/** A problem as a page. Whoever did not ask for a page gets what the API says. */
async function showProblem(
  platform: Platform,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (request.headers.accept?.includes("text/html") !== true) {
    throw error;
  }
  const visit = await visitOf(platform, request);
  const status = statusOf(error);
  if (status === 500) {
    platform.log.error({ err: error, requestId: request.id }, "a page ended in a fault of ours");
  }
  if (status === 401) {
    keep(visit.draft, "signIn", { next: wayBack(request.url) });
    return send(reply, visit, { goTo: "/sign-in" });
  }
  const again = request.method === "GET" && status !== 500 ? undefined : wayBack(request.url);
  const requestId = status === 500 ? request.id : undefined;
  return send(reply, visit, { status, page: problemPage(frameOf(visit), { status, requestId, again }) });
}

/** Where to go on after signing in: the page itself, or the one its form stands on. */
function wayBack(url: string): string {
  const [path = "/"] = url.split("?");
  const isShown = pageRoutes.some((route) => route.method === "GET" && matches(route.path, path));
  if (path.length > longestPath || path === "/") {
    return "/";
  }
  return isShown ? path : wayBack(path.slice(0, path.lastIndexOf("/")) || "/");
}

function matches(pattern: string, path: string): boolean {
  const [parts, given] = [pattern.split("/"), path.split("/")];
  return (
    parts.length === given.length &&
    parts.every((part, index) => part.startsWith(":") || part === given[index])
  );
}

function statusOf(error: unknown): ProblemStatus {
  const { status, statusCode } = error as { readonly status?: number; readonly statusCode?: number };
  const said = status ?? statusCode ?? 500;
  if (said in en.problems) {
    return said as ProblemStatus;
  }
  return said === 422 ? 409 : problemBelow500(said);
}

function problemBelow500(status: number): ProblemStatus {
  return status >= 400 && status < 500 ? 400 : 500;
}
