export { CardSchema, type CardView, cardView, type KeptCard, keptCardMethod, keptCardNo } from "./card.ts";
export { cardBehind, cardMatter, forgetMatter } from "./cardMatters.ts";
export { keptCardOf } from "./cardStore.ts";
export { forgetCard, keepCard, type NewCard } from "./keepCard.ts";
export { settleCard } from "./settleCard.ts";
