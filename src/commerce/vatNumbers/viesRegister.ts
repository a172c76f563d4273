import type { RegisterAnswer, VatRegister } from "./vatRegister.ts";

/** Its answers take seconds when a member state is slow. */
const TIME_LIMIT_MS = 15_000;

/** A true answer has a name and an address; this many characters are something else. */
const MOST_CHARACTERS = 20_000;

/** What it says of a number that it has no valid entry for; every other word is of its own troubles. */
const NOT_VALID = new Set(["INVALID", "INVALID_INPUT"]);

interface Told {
  readonly valid?: unknown;
  readonly userError?: unknown;
  readonly requestIdentifier?: unknown;
  readonly requestDate?: unknown;
  readonly name?: unknown;
  readonly errorWrappers?: readonly { readonly error?: unknown }[];
}

/**
 * The register of the European Union (VIES) by its REST interface. A redirect, a slow answer, one that is too
 * long or is not understood is `not_available`: only a plain yes or no counts.
 */
export function viesRegister(url: string, timeLimitMs = TIME_LIMIT_MS): VatRegister {
  return {
    async ask({ vatId, askedBy }) {
      const body = {
        countryCode: vatId.slice(0, 2),
        vatNumber: vatId.slice(2),
        ...(askedBy !== undefined && {
          requesterMemberStateCode: askedBy.slice(0, 2),
          requesterNumber: askedBy.slice(2),
        }),
      };
      try {
        const reply = await fetch(`${url}/check-vat-number`, {
          method: "POST",
          headers: { "content-type": "application/json", accept: "application/json" },
          body: JSON.stringify(body),
          redirect: "error",
          signal: AbortSignal.timeout(timeLimitMs),
        });
        const text = await textOf(reply);
        return reply.ok ? answerIn(text) : away(`it answered ${reply.status}`);
      } catch (error) {
        return away(error instanceof Error ? error.message : String(error));
      }
    },
  };
}

async function textOf(reply: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of reply.body ?? []) {
    text += decoder.decode(piece as Uint8Array, { stream: true });
    if (text.length > MOST_CHARACTERS) {
      throw new Error("its answer is too long");
    }
  }
  return text + decoder.decode();
}

function answerIn(text: string): RegisterAnswer {
  const told = JSON.parse(text) as Told;
  const error = wordIn(told.userError) ?? wordIn(told.errorWrappers?.[0]?.error);
  const proof = wordIn(told.requestIdentifier) ?? wordIn(told.requestDate);
  if (told.valid === true && (error === undefined || error === "VALID") && proof !== undefined) {
    return { result: "valid", proof, registeredAs: nameIn(told.name) };
  }
  if (told.valid === false && (error === undefined || NOT_VALID.has(error))) {
    return { result: "not_valid", proof: proof ?? "" };
  }
  return away(error ?? "its answer is neither yes nor no");
}

function wordIn(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, 200) : undefined;
}

/** Member states that tell no names give dashes. */
function nameIn(value: unknown): string | null {
  const name = wordIn(value);
  return name === undefined || /^-+$/.test(name) ? null : name;
}

function away(why: string): RegisterAnswer {
  return { result: "not_available", why: why.slice(0, 200) };
}
