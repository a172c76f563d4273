/** Whose photos a page shows, beside our own: the origins a browser may fetch them from. */
export function imagesOf(photoUrls: readonly (string | null)[]): readonly string[] {
  const origins = photoUrls.flatMap((url) => {
    const read = url === null ? null : URL.parse(url);
    return read === null || !/^https?:$/.test(read.protocol) ? [] : [read.origin];
  });
  return [...new Set(origins)];
}
