import { effect, many, maybeOne } from "../../platform/index.ts";
import type { Guide } from "./guide.ts";

const COUNT = (solved: boolean) => `coalesce((select a.count from service.guide_answer a
    where a.guide_id = g.guide_id and a.version = g.version and a.solved = ${solved}), 0)`;

const GUIDE = `g.guide_id as "guideId", g.version, g.state, g.models, g.series, g.causes, g.texts, g.changes,
  g.created_at as "createdAt", g.published_at as "publishedAt", g.retired_at as "retiredAt",
  ${COUNT(true)} as solved, ${COUNT(false)} as "notSolved"`;

/** Keeps a draft: version `$2` of a guide. No row: somebody else began one meanwhile. */
export const insertGuide = maybeOne<Guide>(
  "insert_guide",
  `insert into service.guide as g (guide_id, version, state, models, series, causes, texts, created_at,
                                   created_by)
   values ($1, $2, 'draft', $3, $4, $5, $6, $7, $8)
   on conflict do nothing
   returning ${GUIDE}`,
);

/** Writes a draft anew, if it is the one that was read: `$7` its changes. No row: it is another by now. */
export const reviseGuideRow = maybeOne<Guide>(
  "revise_guide",
  `update service.guide g set models = $3, series = $4, causes = $5, texts = $6, changes = changes + 1
    where guide_id = $1 and version = $2 and state = 'draft' and changes = $7
   returning ${GUIDE}`,
);

/** All versions of a guide, the newest first. */
export const versionsOf = many<Guide>(
  "versions_of_guide",
  `select ${GUIDE} from service.guide g where g.guide_id = $1 order by g.version desc`,
);

/** The same, locked: who writes a guide is alone with it. */
export const lockVersions = many<Guide>(
  "lock_versions_of_guide",
  `select ${GUIDE} from service.guide g where g.guide_id = $1 order by g.version desc for update`,
);

/** Takes a version that stands in state `$3` to `$4`. No row: somebody was faster. */
export const moveGuide = maybeOne<Guide>(
  "move_guide",
  `update service.guide g set state = $4,
          published_at = case when $4 = 'published' then $5::timestamptz else published_at end,
          retired_at = case when $4 = 'retired' then $5::timestamptz else retired_at end
    where guide_id = $1 and version = $2 and state = $3
   returning ${GUIDE}`,
);

/** Counts one more for whom a version did or did not help. */
export const countAnswer = effect(
  "count_guide_answer",
  `insert into service.guide_answer as a (guide_id, version, solved, count) values ($1, $2, $3, 1)
   on conflict (guide_id, version, solved) do update set count = a.count + 1`,
);

/**
 * Versions before `$1` and `$2`, the newest guide first; in a state, for a model of a series, about a cause.
 */
export const pageOfGuides = many<Guide>(
  "page_of_guides",
  `select ${GUIDE} from service.guide g
    where ($1::text is null or (g.guide_id, g.version) < ($1, $2::integer))
      and ($3::text is null or g.state = $3)
      and ($4::text is null or $4 = any(g.models) or $5 = any(g.series)
           or (g.models = '{}' and g.series = '{}'))
      and ($6::text is null or $6 = any(g.causes))
    order by g.guide_id desc, g.version desc
    limit $7`,
);
