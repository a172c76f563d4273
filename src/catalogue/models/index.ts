export { demandModels } from "./demandModels.ts";
export { listModels } from "./listModels.ts";
export { insertModel, lockModel, updateModel } from "./modelStore.ts";
export { faultsOfForm, ModelSheet, ModelView, Tried } from "./modelView.ts";
