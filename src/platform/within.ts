/** Resolves when the work has ended, or after so many milliseconds; the work goes on all the same. */
export async function within(longestMs: number, work: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, longestMs);
  await Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
