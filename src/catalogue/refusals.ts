import { refusals } from "../platform/index.ts";

/** Every "no" the catalogue can say. */
export const refuse = refusals({
  supplier_exists: {
    says: "There is a supplier of this name already.",
    next: "Choose another short name, or change the one that is there.",
  },
  customer_group_exists: {
    says: "There is a customer group of this name already.",
    next: "Choose another short name.",
  },
  price_list_exists: {
    says: "A list of this group and currency has begun at this very instant.",
    next: "Let yours begin a moment later: it replaces that one from then on.",
  },
  product_exists: {
    says: "There is a product with this SKU already.",
    next: "Choose another SKU, or change the product that has it.",
  },
  product_changed: {
    says: "The product was changed since you looked at it.",
    next: "Look at it again, then change what is still to be changed.",
  },
  plan_not_sold: {
    says: "The terms let this plan be sold for none of these models, in no region.",
    next: "See the receipt for the clause; choose other models, or another plan.",
  },
  offer_of_supplier: {
    says: "A supplier's feed tells how this product may be had.",
    next: "Change it in the supplier's file; what is written here would be gone with the next one.",
  },
  model_exists: {
    says: "There is a model of this name already.",
    next: "Choose another short name, or change the model that has it.",
  },
  report_closed: {
    says: "This report was closed already.",
    next: "Look at what was answered; a new one can be sent from the product's page.",
  },
  feed_changed: {
    says: "The feed was changed since you looked at it.",
    next: "Look at it again, then change what is still to be changed.",
  },
  feed_running: {
    says: "This feed is being read.",
    next: "Wait until it is done, or stop its import.",
  },
  feed_paused: {
    says: "This feed is paused.",
    next: "Let it go on first.",
  },
  import_not_open: {
    says: "This import takes no more parts: it was started.",
    next: "Open another import for another file.",
  },
  part_out_of_order: {
    says: "This is not the part that comes next.",
    next: "Send the parts one by one, each with the number behind the last that was taken.",
  },
  import_empty: {
    says: "No part of the file has come yet.",
    next: "Send the file's parts, then start.",
  },
  import_running: {
    says: "A file of this supplier is being read already.",
    next: "Wait until it is done, or stop it; two at once would undo each other's rows.",
  },
  import_over: {
    says: "This import has ended.",
    next: "Open another one; rows that are the same are passed over.",
  },
  import_not_running: {
    says: "This import does not run.",
    next: "Start it, or leave it as it is.",
  },
});
