import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import type { Command } from "commander";

interface TakeOptions {
  readonly url?: string;
  readonly keyFile?: string;
  readonly recipient?: string;
}

/** What a mail server does next, by sysexits: it forgets the mail, sends it back, or tries again later. */
const TAKEN = 0;
const NO_MAIL = 65;
const LATER = 75;
const PATIENCE_MS = 60_000;

/**
 * Adds `evermend mail take`: a mail server pipes a mail into it. It ends with 0 once the mail is kept, with
 * 65 for what is no mail or too large, and with 75 for everything else: then the server keeps it and tries
 * again, so that nothing is lost while Evermend or the way to it is down.
 */
export function registerMailCommands(program: Command): void {
  const mail = program.command("mail").description("Takes mails that a mail server hands over");
  mail
    .command("take")
    .description("Reads one mail on standard input and brings it to a running Evermend")
    .option("--url <address>", "where Evermend answers, for example https://care.example.com")
    .option("--key-file <path>", "a file with a key of the role integrator")
    .option("--recipient <address>", "whom the server delivers it for; it is kept as Delivered-To")
    .action(async (options: TakeOptions) => {
      process.exitCode = await take(options);
    });
}

async function take({ url, keyFile, recipient }: TakeOptions): Promise<number> {
  if (url === undefined || keyFile === undefined) {
    // No usage error: for its code a mail server would send the mail back.
    console.error("Give --url and --key-file.");
    return LATER;
  }
  try {
    const [key, raw] = await Promise.all([readFile(keyFile, "utf8"), buffer(process.stdin)]);
    const line = recipient === undefined ? "" : deliveredTo(recipient);
    const reply = await fetch(new URL("/v1/mail-in", url), {
      method: "POST",
      headers: { authorization: `Bearer ${key.trim()}`, "content-type": "message/rfc822" },
      body: Buffer.concat([Buffer.from(line, "latin1"), raw]),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (reply.status === 202) {
      await reply.arrayBuffer();
      return TAKEN;
    }
    console.error(`Evermend answered ${reply.status}: ${(await reply.text()).slice(0, 500)}`);
    return reply.status === 400 || reply.status === 413 ? NO_MAIL : LATER;
  } catch (error) {
    console.error(`The mail was not taken: ${error instanceof Error ? error.message : String(error)}`);
    return LATER;
  }
}

/** One line, whatever the server was told: nothing in it makes another header. */
function deliveredTo(recipient: string): string {
  const address = /^[^\s<>]{1,300}$/.exec(recipient.trim())?.[0];
  return address === undefined ? "" : `Delivered-To: ${address}\r\n`;
}
