import { type Html, html } from "../html.ts";
import { drawing } from "../parts/drawings.ts";
import { actions, carried, form } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice, type State } from "../parts/notice.ts";
import { page } from "../parts/page.ts";
import { type Row, rows } from "../parts/rows.ts";
import { en } from "../words/en.ts";
import { type ClipName, clipDrawing, type Family } from "./videoCheckPage.ts";

const words = en.videoCheck;

/** One clip as the page shows it. */
export type ClipShown = {
  readonly clip: ClipName;
  /** How its newest piece stands; left out while there is none. */
  readonly piece?: "there" | "checking" | "coming" | "refusedClip" | undefined;
  readonly href?: string | undefined;
  /** Why it was not taken, or is asked for again. */
  readonly why?: string | undefined;
  readonly takeBack?: FormState | undefined;
  /** Takes a file; left out where it is not asked for now. */
  readonly form?: FormState | undefined;
};

export type ClipsModel = {
  readonly id: string;
  readonly family: Family;
  readonly device: string;
  readonly serial: string;
  readonly state: keyof typeof words.states;
  /** How it stands, in sentences. */
  readonly says: readonly string[];
  readonly mistake?: string | undefined;
  readonly clips: readonly ClipShown[];
  readonly script: string;
  readonly missing: number;
  readonly handIn?: FormState | undefined;
  readonly withdraw?: FormState | undefined;
  /** Where it goes on. */
  readonly ways: readonly Row[];
};

const tones: Readonly<Record<ClipsModel["state"], State>> = {
  asked: "needs",
  filming: "needs",
  asked_again: "needs",
  submitted: "waiting",
  accepted: "ok",
  refused: "problem",
  lapsed: "plain",
  withdrawn: "plain",
};

/** A verification as its owner sees it: how it stands, the clips, and what there is to do. */
export function clipsPage(frame: Frame, model: ClipsModel) {
  const { id, device, serial, state, says, mistake, clips, handIn, withdraw, ways } = model;
  const said = mistake !== undefined && notice("problem", html`<p>${mistake}</p>`, "alert");
  const how = notice(
    tones[state],
    html`<h2>${words.states[state]}</h2>${says.map((one) => html`<p>${one}</p>`)}`,
  );
  const main = html`<p class="place">${words.no(id)}</p><h1>${device} <small>${serial}</small></h1>${said}${
    how
  }
${ways.length > 0 && rows(ways)}${clips.length > 0 && html`<h2>${words.filmTitle}</h2>${filmed(model)}`}
${handIn !== undefined && handingIn(handIn, model.missing)}
${withdraw !== undefined && form(withdraw, html`<button class="text">${words.withdraw}</button>`)}`;
  const title = `${device}: ${words.states[state]}`;
  return page(frame, { title, main, back: "/video-check", mistaken: mistake !== undefined });
}

function handingIn(state: FormState, missing: number): Html {
  return missing === 0
    ? form(state, actions(words.handIn))
    : html`<p class="muted">${words.missing(missing)}</p>`;
}

/** The clips; where some are asked for, with what sends large ones by script. */
function filmed({ id, family, clips, script }: ClipsModel): Html {
  const list = clips.map((clip) => drawClip(family, clip));
  const sending = en.evidence;
  return clips.some(({ form: taken }) => taken !== undefined)
    ? html`<photo-upload data-script="${script}" data-case="${id}" data-sending="${sending.sending}"
 data-limits="${words.limitsLive}" data-waits="${sending.waits}" data-sent="${sending.sent}"
 data-failed="${sending.failed}" data-gone="${sending.gone}">${list}<p class="muted">${words.limits}</p>
</photo-upload><p class="muted">${words.privacy}</p>`
    : html`${list}`;
}

function drawClip(family: Family, shown: ClipShown): Html {
  const { clip, piece, href, why, takeBack, form: state } = shown;
  const { title, says } = words.clips[family][clip];
  const tone: State = piece === "there" ? "ok" : "waiting";
  const stands =
    piece !== undefined &&
    notice(
      piece === "refusedClip" ? "problem" : tone,
      html`<p>${words[piece]}
${href !== undefined && html`<a href="${href}">${words.play}<span class="hidden"> ${title}</span></a>`}</p>`,
    );
  const back =
    takeBack !== undefined &&
    form(
      takeBack,
      html`<button class="text">${words.takeBack}<span class="hidden"> ${title}</span></button>`,
    );
  return html`<section class="outline clip"><h3>${drawing(clipDrawing(family, clip))}${title}</h3>
<p>${says}</p>${why !== undefined && html`<p><b>${why}</b></p>`}${stands}${back}
${state !== undefined && sendOne(state, clip, title)}</section>`;
}

function sendOne(state: FormState, clip: ClipName, title: string): Html {
  const id = `file-${clip}`;
  return html`<form method="post" action="${state.action}" enctype="multipart/form-data">
<input type="hidden" name="formToken" value="${state.token}">
<input type="hidden" name="formKey" value="${`${state.key}-${clip}`}">${carried("purpose", clip)}
<p><label for="${id}">${words.choose(title)}</label>
<input type="file" id="${id}" name="file" accept="video/mp4,video/quicktime,video/webm" required></p>
<p><button>${words.send}<span class="hidden"> ${title}</span></button></p></form>`;
}
