/** How many slices an account's month has: as many roots can post to it at once without waiting. */
const SLICES = 16;

/**
 * The slice a root writes its sums to, the same for ever: so that those who post for one root never wait
 * twice.
 */
export function sliceOf(rootId: string): number {
  let hash = 0;
  for (let place = 0; place < rootId.length; place += 1) {
    hash = (Math.imul(hash, 31) + rootId.charCodeAt(place)) | 0;
  }
  return (hash >>> 0) % SLICES;
}
