/** How far the server's clock is ahead of this machine's, in milliseconds. */
let aheadMs = 0;

/** The present by the server's clock: what it calls an hour ago is an hour ago. */
export function serverNow(): number {
  return Date.now() + aheadMs;
}

/** Asks as `fetch` does, and sets the clock by the date of the answer. */
export async function askOnTime(...asked: Parameters<typeof fetch>): Promise<Response> {
  const answer = await fetch(...asked);
  const date = Date.parse(answer.headers.get("date") ?? "");
  if (!Number.isNaN(date)) {
    aheadMs = date - Date.now();
  }
  return answer;
}
