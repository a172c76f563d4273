/** Hosts by name. Others may have signs that begin another rule of the policy: `;` and `,`. */
const origin = /^https?:\/\/[a-z0-9.-]+(:\d+)?$/;

/** Whose photos a page shows, beside our own: the origins a browser may fetch them from. */
export function imagesOf(photoUrls: readonly (string | null)[]): readonly string[] {
  const origins = photoUrls.map((url) => (url === null ? undefined : URL.parse(url)?.origin) ?? "");
  return [...new Set(origins.filter((told) => origin.test(told)))];
}
