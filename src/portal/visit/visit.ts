import { randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { isOwnerOrGuest, sessionOf } from "../../identity/index.ts";
import {
  type Act,
  answer,
  type Caller,
  fingerprintOf,
  type Performed,
  type Platform,
  Problem,
  perform,
  type Read,
  type ReadContext,
} from "../../platform/index.ts";
import type { Html } from "../html.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { pageScript } from "../script/pageScript.ts";
import { styleSheet } from "../style/styleSheet.ts";
import { cartOf } from "./cartCookie.ts";
import { type Answers, type Draft, draftOf, formTokenOf } from "./draft.ts";
import { readForm } from "./readForm.ts";

/** One request for a page: who asks, what was sent, and the ways to answer it. */
export type Visit = {
  readonly platform: Platform;
  readonly request: FastifyRequest;
  readonly caller: Caller;
  readonly params: Readonly<Record<string, string>>;
  /** What the form sent; empty for a GET. */
  readonly sent: Answers;
  readonly draft: Draft;
  readonly email: string | undefined;
  readonly now: string;
  /** Set-cookie headers that go out with the answer. */
  readonly cookies: string[];
};

/** A page, a page with a status, a way to another page, or a file to keep. */
export type PageAnswer =
  | Html
  | {
      readonly status: number;
      readonly page: Html;
      /** Origins its photos come from, beside our own. */
      readonly imagesFrom?: readonly string[];
    }
  | { readonly goTo: string }
  | { readonly file: { readonly type: string; readonly name: string; readonly text: string | Uint8Array } };

/** A page of the portal, or what happens when its form is sent. */
export type PageRoute = {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly run: (visit: Visit) => Promise<PageAnswer>;
};

export function get(path: string, run: PageRoute["run"]): PageRoute {
  return { method: "GET", path, run };
}

export function post(path: string, run: PageRoute["run"]): PageRoute {
  return { method: "POST", path, run };
}

/** Opens a visit for a request. */
export async function visitOf(platform: Platform, request: FastifyRequest): Promise<Visit> {
  const session = await sessionOf(platform, request);
  return {
    platform,
    request,
    caller: request.caller,
    params: request.params as Record<string, string>,
    sent: readForm(request.body),
    draft: draftOf(platform, request),
    email: session?.email,
    now: platform.clock.now().toString(),
    cookies: [],
  };
}

/** The frame of a page; dates on it are printed in `zone`. */
export function frameOf(visit: Visit, zone = "UTC"): Frame {
  const { platform, email, caller } = visit;
  const office = !isOwnerOrGuest(caller);
  return {
    programme: platform.config.brandName,
    styleSheet: styleSheet.path,
    script: pageScript.path,
    now: visit.now,
    zone,
    path: visit.request.url,
    signedIn: email === undefined ? undefined : { email, office },
    cartCount: cartOf(visit).lines.length || undefined,
    formToken: formTokenOf(platform, visit.draft),
  };
}

/** A form to be rendered. Each rendering gets a key of its own, so sending it twice is doing it once. */
export function formOf(visit: Visit, values: Answers = {}, mistakes: Answers = {}): FormState {
  const [action = "/"] = visit.request.url.split("?");
  return { action, token: formTokenOf(visit.platform, visit.draft), key: randomUUID(), values, mistakes };
}

/** What other modules' lookups need of us: the database, the time, who asks. */
export function reader({ platform, caller }: Visit): ReadContext {
  return { at: platform.clock.now(), caller, platform, query: platform.database.query };
}

/** Behind which row a page of a list is asked for; empty: the first. */
export function cursorAsked({ request }: Pick<Visit, "request">): string {
  return (new URLSearchParams(request.url.split("?")[1]).get("after") ?? "").slice(0, 200);
}

/** Asks a read as the visitor. */
export function ask<Question, Reply>(visit: Visit, read: Read<Question, Reply>, question: Question) {
  return answer(visit.platform, visit.caller, read, question);
}

/** What came of an act: done, refused by the business, or fields to put right. */
export type Attempt<Reply> =
  | (Performed<Reply> & { readonly mistakes?: undefined })
  | { readonly mistakes: Answers; readonly refused?: undefined; readonly reply?: undefined };

/**
 * Performs an act as the visitor, under the key the form was rendered with. `fields` names our field for
 * each JSON pointer an act may complain of. A dry run has no key and changes nothing.
 */
export async function attempt<Command, Reply>(
  visit: Visit,
  act: Act<Command, Reply>,
  command: Command,
  { fields = {}, dryRun = false }: { readonly fields?: Answers; readonly dryRun?: boolean } = {},
): Promise<Attempt<Reply>> {
  const key = /^[\w-]{8,64}$/.exec(visit.sent.formKey ?? "")?.[0] ?? randomUUID();
  const fingerprint = fingerprintOf(act.route, {}, command);
  try {
    return await perform(visit.platform, visit.caller, act, command, { key: { key, fingerprint }, dryRun });
  } catch (error) {
    const mistakes = error instanceof Problem ? mistakesOf(error, fields) : undefined;
    if (mistakes === undefined) {
      throw error;
    }
    return { mistakes };
  }
}

function mistakesOf(problem: Problem, fields: Answers): Answers | undefined {
  const told = problem.faults.flatMap(({ pointer, message }) => {
    const field = fields[pointer];
    return field === undefined ? [] : [[field, message] as const];
  });
  return problem.status === 400 && told.length > 0 ? Object.fromEntries(told) : undefined;
}
