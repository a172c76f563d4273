import { Type } from "typebox";
import {
  accepted,
  act,
  effect,
  IdParams,
  type Module,
  notFound,
  read,
  shape,
} from "../../src/platform/index.ts";

const writeHeartbeat = effect(
  "test_write_heartbeat",
  `insert into platform.heartbeat (id, at) values (1, now())
   on conflict (id) do update set at = excluded.at`,
);

/** Routes that answer wrongly: what looks at all routes must see each of them. */
export const wrongModule: Module = {
  name: "wrong",
  routes: [
    act({
      route: "POST /v1/wrong/open",
      permission: "catalogue.read",
      summary: "Takes fields it does not know.",
      body: Type.Object({ name: Type.String({ maxLength: 10 }) }),
      reply: shape({}),
      run: async () => accepted({}),
    }),
    read({
      route: "GET /v1/wrong/{id}",
      permission: "catalogue.read",
      summary: "Breaks.",
      params: IdParams,
      reply: shape({}),
      run: async () => {
        throw new Error("broken on purpose");
      },
    }),
    read({
      route: "GET /v1/wrong/writing/{id}",
      permission: "catalogue.read",
      summary: "Writes, and then says that nothing is there.",
      params: IdParams,
      reply: shape({}),
      run: async (db) => {
        await writeHeartbeat(db);
        throw notFound("thing");
      },
    }),
  ],
};
