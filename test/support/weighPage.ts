import { gzipSync } from "node:zlib";
import type { Page, Response } from "playwright-core";

/** What a page and what it brings along weigh, in bytes of gzip. */
export interface Weight {
  readonly path: string;
  /** The document and its style. */
  readonly page: number;
  readonly script: number;
}

/** Scales for a page: put each document on them after it came. What it brings along is fetched once. */
export function openScales(page: Page): () => Promise<Weight> {
  const assets = new Map<string, Promise<number>>();
  let newest: Response | undefined;
  page.on("response", (response) => {
    const document = response.request().isNavigationRequest() && response.frame() === page.mainFrame();
    newest = document ? response : newest;
  });
  const weigh = (urls: readonly string[]) =>
    Promise.all(
      urls.map((url) => {
        const known =
          assets.get(url) ?? page.request.get(url).then(async (reply) => gzipped(await reply.body()));
        assets.set(url, known);
        return known;
      }),
    );
  const linked = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((all: (HTMLScriptElement | HTMLLinkElement)[]) =>
        all.map((one) => ("src" in one ? one.src : one.href)),
      );
  return async () => {
    const styles = await weigh(await linked("link[rel=stylesheet]"));
    const scripts = await weigh(await linked("script[src]"));
    const document = newest === undefined ? 0 : gzipped(await newest.body());
    return { path: new URL(page.url()).pathname, page: sum([document, ...styles]), script: sum(scripts) };
  };
}

function gzipped(body: Buffer): number {
  return gzipSync(body).byteLength;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
