import { refusals } from "../platform/index.ts";

/** Every "no" the catalogue can say. */
export const refuse = refusals({
  supplier_exists: {
    says: "There is a supplier of this name already.",
    next: "Choose another short name, or change the one that is there.",
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
