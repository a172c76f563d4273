import { Attributes, type Html, html } from "../html.ts";
import { carried } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice, type State, stateTag } from "../parts/notice.ts";
import { page } from "../parts/page.ts";
import { en } from "../words/en.ts";

const words = en.evidence;

/** The outlines an owner is guided by, in the order they are asked for. */
export const outlines = ["whole_device", "other_side", "damage", "serial_label", "free"] as const;
export type Outline = (typeof outlines)[number];

/** A piece that was added, as the page shows it. */
export type ShownPiece = {
  readonly no: number;
  readonly title: string;
  readonly caption?: string | undefined;
  readonly state: keyof typeof words.states;
  /** Why it was not taken. */
  readonly why?: string | undefined;
  readonly file?: { readonly path: string; readonly isPhoto: boolean } | undefined;
  readonly takeBack?: FormState | undefined;
};

export type PhotosModel = {
  readonly caseId: string;
  /** Left out once the case is over. */
  readonly form?: FormState | undefined;
  readonly script: string;
  /** The device is gone: there is nothing of it to take a photo of. */
  readonly gone?: boolean | undefined;
  readonly pieces: readonly ShownPiece[];
};

const tones: Readonly<Record<ShownPiece["state"], State>> = {
  uploading: "waiting",
  checking: "waiting",
  kept: "ok",
  refused: "problem",
  withdrawn: "plain",
};

/** Photos of a case: an outline for each that helps, anything else, and what is there already. */
export function photosPage(frame: Frame, { caseId, form, script, gone = false, pieces }: PhotosModel) {
  const mistake = form?.mistakes.file;
  const said = mistake !== undefined && notice("problem", html`<p>${mistake}</p>`, "alert");
  const asked = form && askFor(caseId, { form, script, gone });
  const list = html`<ul class="pieces">${pieces.map(drawPiece)}</ul>`;
  const title = gone ? words.flight.title : words.title;
  const main = html`<p class="place">${en.claim.caseNo(caseId)}</p><h1>${title}</h1>
${said}<p class="lede">${gone ? words.flight.lede : words.lede}</p>${asked}
<h2>${words.yours}</h2>${pieces.length === 0 ? html`<p>${words.empty}</p>` : list}
<p class="muted">${words.privacy}</p>
<div class="actions"><a class="button" href="/cases/${caseId}">${words.toCase}</a></div>`;
  return page(frame, {
    title: gone ? words.flight.title : words.title,
    main,
    back: `/cases/${caseId}`,
    mistaken: mistake !== undefined,
  });
}

type Asked = { readonly form: FormState; readonly script: string; readonly gone: boolean };

function askFor(caseId: string, { form, script, gone }: Asked): Html {
  const asked = gone
    ? [drawOutline(form, "free", words.flight)]
    : outlines.map((one) => drawOutline(form, one));
  return html`<photo-upload data-script="${script}" data-case="${caseId}" data-sending="${words.sending}"
 data-limits="${words.limitsLive}" data-waits="${words.waits}" data-sent="${words.sent}"
 data-failed="${words.failed}" data-gone="${words.gone}">
${asked}<p class="muted">${words.limits}</p></photo-upload>`;
}

function drawOutline(form: FormState, outline: Outline, said = words.outlines[outline]): Html {
  const { title, says } = said;
  const id = `file-${outline}`;
  const taken = new Attributes({
    accept: outline === "free" ? undefined : "image/jpeg,image/png,image/webp",
  });
  return html`<form class="outline" method="post" action="${form.action}" enctype="multipart/form-data">
<input type="hidden" name="formToken" value="${form.token}">
<input type="hidden" name="formKey" value="${`${form.key}-${outline}`}">${carried("purpose", outline)}
<h2>${title}</h2><p>${says}</p>
<p><label for="${id}">${words.choose(title)}</label>
<input type="file" id="${id}" name="file" ${taken} required></p>
<p><button>${words.send}<span class="hidden"> ${title}</span></button></p></form>`;
}

function drawPiece({ no, title, caption, state, why, file, takeBack }: ShownPiece): Html {
  const name = caption === undefined ? title : `${title}: ${caption}`;
  const picture =
    file?.isPhoto === true &&
    html`<img src="${file.path}" alt="${name}" loading="lazy" width="160" height="120">`;
  const open =
    file !== undefined &&
    html`<a href="${file.path}">${words.open}
<span class="hidden"> ${name} ${no}</span></a>`;
  const back =
    takeBack !== undefined &&
    html`<form method="post" action="${takeBack.action}">
<input type="hidden" name="formToken" value="${takeBack.token}">
<input type="hidden" name="formKey" value="${takeBack.key}">
<button class="text">${words.takeBack}<span class="hidden"> ${name} ${no}</span></button></form>`;
  return html`<li>${picture}<div><p><b>${name}</b> ${stateTag(tones[state], words.states[state])}</p>
${why !== undefined && html`<p>${why}</p>`}<p>${open}</p>${back}</div></li>`;
}
