import type { GuideGiven } from "./guide.ts";

/** The columns of what is told of a guide. */
export function guideRow({ models, series, causes, texts }: GuideGiven): readonly unknown[] {
  return [models, series, causes, JSON.stringify(texts)];
}
