import type { Letter } from "../letter.ts";

/** A report that was begun goes on from a mail. */
export function reportDraftKept({
  device,
  url,
  endsOn,
  isByMail = false,
}: {
  readonly device: string;
  readonly url: string;
  readonly endsOn: string;
  /** They wrote to us, and had no case. */
  readonly isByMail?: boolean;
}): Letter {
  const written =
    `We have a mail about ${device} from your address. What it says and its files come with your report: a ` +
    "few questions are left. Was it not you? Then do nothing: nobody sees anything of yours by it.";
  return {
    subject: `Go on with your report about ${device}`,
    parts: [
      { say: isByMail ? written : `Your report about ${device} is kept, and nothing of it was sent yet.` },
      { button: "Go on with it", url },
      { say: `We keep it until ${endsOn}. The link opens this report alone: do not pass it on.` },
    ],
  };
}
