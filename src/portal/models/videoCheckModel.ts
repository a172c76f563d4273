import type { VerificationShape } from "../../claims/index.ts";
import type { ClipShown, ClipsModel } from "../pages/clipsPage.ts";
import type { Row } from "../parts/rows.ts";
import { photoScript } from "../script/photoScript.ts";
import { formOf, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { formatMoment } from "../words/formatDate.ts";
import { doorRows } from "./doorRows.ts";

const words = en.videoCheck;

/** A verification as its owner's page shows it. */
export function videoCheckModel(visit: Visit, found: VerificationShape): ClipsModel {
  const { id, family, modelName, serial, state, who, kind, clips } = found;
  const isFilmed = who === "owner" && kind === "video";
  const at = (path: string) => ({ ...formOf(visit), action: `/video-checks/${id}${path}` });
  const shown = clips.filter(({ asked, piece }) => asked || piece !== undefined);
  return {
    ...{ id, family, device: modelName, serial, state },
    says: saysOf(visit, found),
    clips: shown.map((clip) => clipOf(clip, at)),
    script: photoScript.path,
    missing: clips.filter(({ asked, piece }) => asked && piece?.state !== "kept").length,
    handIn: isFilmed ? at("/submission") : undefined,
    withdraw: who === "owner" ? at("/withdrawal") : undefined,
    ways: waysOf(found),
  };
}

type Clip = VerificationShape["clips"][number];

const STANDS = {
  kept: "there",
  checking: "checking",
  uploading: "coming",
  refused: "refusedClip",
  withdrawn: undefined,
} as const;

function clipOf(
  { clip, piece, asked, why }: Clip,
  at: (path: string) => ReturnType<typeof formOf>,
): ClipShown {
  const refusal: Readonly<Record<string, string>> = en.evidence.refused;
  const notTaken = piece?.refusal && (refusal[piece.refusal.code] ?? piece.refusal.says);
  const isThere = piece?.state === "kept" || piece?.state === "checking";
  return {
    clip,
    piece: piece && STANDS[piece.state],
    href: piece?.file?.path,
    why: notTaken ?? (why === undefined || isThere ? undefined : words.why(why)),
    takeBack: asked && piece?.withdrawable === true ? at(`/clips/${piece.no}/take-back`) : undefined,
    form: asked && !isThere ? at("") : undefined,
  };
}

function saysOf({ now }: Visit, found: VerificationShape): readonly string[] {
  const { state, kind, dueAt, zone, invitation, decisions } = found;
  const due = dueAt === undefined ? "" : formatMoment(dueAt, zone, now);
  const last = decisions.at(-1);
  switch (state) {
    case "asked":
    case "filming":
      return [kind === "video" ? words.filmBy(due) : words.bringBy(due)];
    case "asked_again":
      return [words.againSays, words.filmBy(due)];
    case "submitted":
      return [words.answerBy(due)];
    case "accepted":
      return [invitedSays(invitation, now)];
    case "refused":
      return [last?.reason ?? "", ...(last?.clause === undefined ? [] : [words.clause(last.clause)])];
    case "lapsed":
      return [words.lapsedSays];
    case "withdrawn":
      return [words.withdrawnSays];
  }
}

function invitedSays(invitation: VerificationShape["invitation"], now: string): string {
  if (invitation?.state === "open") {
    return words.acceptedSays(formatMoment(invitation.endsAt, invitation.zone, now));
  }
  return invitation?.state === "taken" ? words.acceptedTaken : words.acceptedOver;
}

function waysOf({ state, invitation, serial }: VerificationShape): readonly Row[] {
  if (state === "accepted" && invitation?.state === "open") {
    return [
      { href: "/plans", picture: "basket", label: words.buy },
      { href: "/activate", picture: "code", label: words.haveCode },
    ];
  }
  const isOver = state === "refused" || state === "lapsed" || state === "withdrawn";
  if (isOver || invitation?.state === "lapsed") {
    const again: Row = { href: `/video-check?serial=${serial}`, picture: "camera", label: words.askAgain };
    return doorRows(["paid-repair"], state === "refused" ? [] : [again]);
  }
  return invitation?.state === "taken"
    ? [{ href: `/cover/${serial}`, picture: "check", label: words.toCover }]
    : [];
}
