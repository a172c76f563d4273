import type { ProblemDocument } from "../platform/index.ts";
import type { Receipt } from "../terms/index.ts";

/** One fault of a request, at a JSON pointer into what was sent. */
export type Fault = NonNullable<ProblemDocument["errors"]>[number];

/**
 * A call that did not go through: a broken call (4xx), a business "no" (409 with a code and often a receipt),
 * or a service that cannot answer (5xx). `status` 0 means that no answer came at all.
 */
export class ProblemError extends Error {
  readonly status: number;
  /** A snake_case statement of fact: `claim_not_at_this_step`. */
  readonly code: string;
  readonly title: string;
  /** What to do now, when the server knows. */
  readonly next: string | undefined;
  readonly errors: readonly Fault[];
  readonly receipt: Receipt | undefined;
  readonly requestId: string | undefined;

  constructor(document: Partial<ProblemDocument>, cause?: unknown) {
    super(document.detail ?? document.title ?? "The server did not say what went wrong.", { cause });
    this.name = "ProblemError";
    this.status = document.status ?? 0;
    this.code = document.code ?? "unknown";
    this.title = document.title ?? "Problem";
    this.next = document.next;
    this.errors = document.errors ?? [];
    this.receipt = document.receipt as Receipt | undefined;
    this.requestId = document.requestId;
  }

  /** What is wrong with the field at this JSON pointer, such as `/device/region`. */
  faultAt(pointer: string): string | undefined {
    return this.errors.find((fault) => fault.pointer === pointer)?.message;
  }
}

/** No answer came: the network is away, or the server is. Nothing is known of what it did. */
export function unreachable(cause: unknown): ProblemError {
  return new ProblemError(
    {
      status: 0,
      code: "unreachable",
      title: "No answer",
      detail: "The server does not answer.",
      next: "Check the connection and try again. What was sent twice with the same key is done once.",
    },
    cause,
  );
}

/** The problem an answer tells of, whether it is a problem document or a proxy's page. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const fallback = { status: response.status, code: `http_${response.status}`, title: response.statusText };
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  const body: unknown = isJson ? await response.json().catch(() => undefined) : undefined;
  const document = typeof body === "object" && body !== null ? (body as Partial<ProblemDocument>) : {};
  return new ProblemError({ ...fallback, ...document });
}
