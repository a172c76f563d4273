import pg from "pg";
import { alterClient } from "../../support/alterStatements.ts";

/**
 * Loaded before Evermend, this makes a build that writes the codes of a piece whatever count their batch has
 * by then. Whoever proves that two who make one batch make it once must find out that here they do not.
 */
alterClient(pg.Client.prototype, (name, text) =>
  name === "make_piece_of_batch" ? text.replace(" and made = $6", " and $6::integer is not null") : text,
);
