export { drawRibbon } from "./ribbon/drawRibbon.ts";
export { layoutRibbon, type RibbonLayout } from "./ribbon/layoutRibbon.ts";
export { ribbonText } from "./ribbon/ribbonText.ts";
export { portalPlugin } from "./visit/portalPlugin.ts";
