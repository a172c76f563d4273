import type { TestApp } from "./testApp.ts";

type Who = Parameters<TestApp["authorization"]>[0] | "public";

/** What a page came to, as it is read: tags taken out, spaces made one. */
export interface ReadPage {
  readonly status: number;
  readonly text: string;
  readonly html: string;
  /** The links and forms of the page, by where they lead. */
  readonly leadsTo: readonly string[];
  readonly location: string | undefined;
}

/** A browser without a screen in front of the portal: its cookies, its form tokens, and what a page says. */
export function ownerPages({ http, authorization }: TestApp, who: Who) {
  const cookies = new Map<string, { readonly name: string; readonly value: string; readonly path: string }>();
  const ask = async (method: "GET" | "POST", url: string, form?: Readonly<Record<string, string>>) => {
    const reply = await http.inject({
      method,
      url,
      ...(form === undefined ? {} : { payload: new URLSearchParams(form).toString() }),
      headers: {
        accept: "text/html",
        origin: "http://localhost:4400",
        cookie: [...cookies.values()]
          .filter(({ path }) => url.startsWith(path))
          .map(({ name, value }) => `${name}=${value}`)
          .join("; "),
        ...(who === "public" ? {} : { authorization: await authorization(who) }),
        ...(form === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
      },
    });
    for (const { name, value, path = "/" } of reply.cookies) {
      cookies.set(`${path} ${name}`, { name, value, path });
    }
    return reply;
  };
  const read = ({ statusCode, body, headers }: Awaited<ReturnType<typeof ask>>): ReadPage => ({
    status: statusCode,
    html: body,
    text: body
      .replace(/<head>[\s\S]*<\/head>|<header[\s\S]*<\/header>|<footer[\s\S]*<\/footer>/g, "")
      .replaceAll(/<[^>]+>/g, " ")
      .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replaceAll(/\s+/g, " "),
    leadsTo: [...body.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, to]) => to ?? ""),
    location: headers.location === undefined ? undefined : String(headers.location),
  });
  const fieldsOf = (body: string) =>
    [...body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = "", value = ""]) => [name, value.replaceAll("&#61;", "=")] as const,
    );
  return {
    open: async (url: string) => read(await ask("GET", url)),
    /** Opens a page, and sends its form, or another one of it, with these answers. */
    send: async (url: string, answers: Readonly<Record<string, string>>, to = url) => {
      const { body } = await ask("GET", url);
      return read(await ask("POST", to, { ...Object.fromEntries(fieldsOf(body)), ...answers }));
    },
    /** The hidden fields of a page as it is now, or of its one form that has this in it, to be sent later. */
    hold: async (url: string, has = "") => {
      const { body } = await ask("GET", url);
      const forms = body.match(/<form [\s\S]*?<\/form>/g) ?? [];
      return Object.fromEntries(fieldsOf(forms.filter((form) => form.includes(has)).join("")));
    },
    /** Sends a form that was opened earlier. */
    sendHeld: async (url: string, form: Readonly<Record<string, string>>) =>
      read(await ask("POST", url, form)),
  };
}
