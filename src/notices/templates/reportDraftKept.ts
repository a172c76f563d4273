import type { Letter } from "../letter.ts";

/** A report that was begun goes on from a mail. */
export function reportDraftKept({
  device,
  url,
  endsOn,
}: {
  readonly device: string;
  readonly url: string;
  readonly endsOn: string;
}): Letter {
  return {
    subject: `Go on with your report about ${device}`,
    parts: [
      { say: `Your report about ${device} is kept, and nothing of it was sent yet.` },
      { button: "Go on with it", url },
      { say: `We keep it until ${endsOn}. The link opens this report alone: do not pass it on.` },
    ],
  };
}
