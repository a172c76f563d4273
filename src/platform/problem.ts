import type { Refusal } from "./decision.ts";
import type { ProblemCode } from "./problemCodes.ts";

/** One fault of a request, at a JSON pointer into its body, query, path or headers. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** An RFC 9457 problem document, with Evermend's own members. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly next?: string;
  readonly errors?: readonly Fault[];
  readonly receipt?: unknown;
  readonly requestId?: string;
  readonly docsUrl: string;
}

/** The one exception HTTP knows: a broken call (4xx) or a service that cannot answer now (503). */
export class Problem extends Error {
  readonly status: number;
  readonly code: ProblemCode;
  readonly faults: readonly Fault[];
  readonly retryAfterSeconds: number | undefined;

  constructor(
    status: number,
    code: ProblemCode,
    detail: string,
    more: { readonly faults?: readonly Fault[]; readonly retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.name = "Problem";
    this.status = status;
    this.code = code;
    this.faults = more.faults ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}

/** 404 for something that is not there, or is not the caller's to see: both read the same. */
export function notFound(noun: string): Problem {
  return new Problem(404, "not_found", `There is no such ${noun}, or it is not yours to see.`);
}

/** 400 that names the field. `pointer` is a JSON pointer such as `/device/region`. */
export function badField(pointer: string, code: string, message: string): Problem {
  return new Problem(400, "bad_request", message, { faults: [{ pointer, code, message }] });
}

/** 400 for the place of a page that no list has given. */
export function wrongCursor(): Problem {
  return badField("/query/after", "cursor", "Send the nextCursor of an earlier page, unchanged.");
}

const TITLES: Readonly<Record<number, string>> = {
  400: "The request is not of the expected form",
  401: "Sign in first",
  403: "Not yours to do",
  404: "Not found",
  409: "Refused",
  413: "Too large",
  415: "Not a content type we read",
  422: "Same key, other request",
  429: "Too many tries",
  500: "A fault of ours",
  503: "Not able to answer now",
};

/** Titles of what its status alone would name wrongly: nobody signs in to send a provider's message. */
const OWN_TITLES: Readonly<Record<string, string>> = {
  signature_not_valid: "Not signed by its sender",
};

/** The document for a problem. */
export function problemDocument(problem: Problem, requestId: string): ProblemDocument {
  return {
    ...frame(problem.status, problem.code, problem.message),
    ...(problem.faults.length > 0 ? { errors: problem.faults } : {}),
    requestId,
  };
}

/**
 * The document for a refused command: 409 with the refusal's code, its sentence, the way on, and the receipt.
 */
export function refusalDocument(refusal: Refusal, requestId: string): ProblemDocument {
  return {
    ...frame(409, refusal.code, refusal.says),
    next: refusal.next,
    ...(refusal.receipt === undefined ? {} : { receipt: refusal.receipt }),
    requestId,
  };
}

function frame(status: number, code: string, detail: string): ProblemDocument {
  return {
    type: `urn:evermend:problem:${code}`,
    title: OWN_TITLES[code] ?? TITLES[status] ?? "Problem",
    status,
    detail,
    code,
    docsUrl: `/docs#${code}`,
  };
}

/** 401 for an API key that is not to be used. */
export function keyNotValid(): Problem {
  return new Problem(
    401,
    "key_not_valid",
    "Send a valid API key: Authorization: Bearer evk_… . This one is unknown, revoked or expired.",
  );
}
