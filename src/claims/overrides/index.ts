export { type Authority, isWithin, readAuthority } from "./authority.ts";
export { grantedChoice, grantedOn, withGranted } from "./grantedChoice.ts";
export { isBetter, judgeOverride, type OverrideFacts } from "./judgeOverride.ts";
export {
  type Override,
  type OverrideGift,
  type OverrideReason,
  OverrideShape,
  type OverrideState,
  overrideGifts,
  overrideId,
  overrideReasons,
  overrideStates,
  toOverride,
} from "./override.ts";
export {
  decideOverrideRow,
  insertOverride,
  overridesOfDevice,
  pageOfOverrides,
} from "./overrideStore.ts";
export { refuse as refuseOverride } from "./refusals.ts";
export { grantOnSheet, type OverrideTold, saveOverride } from "./saveOverride.ts";
