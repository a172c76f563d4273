import { addGuide } from "./addGuide/addGuide.ts";
import { answerGuide } from "./answerGuide/answerGuide.ts";
import { listGuides } from "./listGuides.ts";
import { publishGuide } from "./publishGuide/publishGuide.ts";
import { retireGuide } from "./retireGuide/retireGuide.ts";
import { reviseGuide } from "./reviseGuide/reviseGuide.ts";
import { showGuide } from "./showGuide.ts";

export type { GuideText, GuideView } from "./guide.ts";
export { addGuide, answerGuide, listGuides, publishGuide, retireGuide, reviseGuide, showGuide };

/** Where guides are kept, read and counted. */
export const guideRoutes = [
  listGuides,
  showGuide,
  addGuide,
  reviseGuide,
  publishGuide,
  retireGuide,
  answerGuide,
];
