import type pg from "pg";

/** A constraint as the catalog has it: p primary key, u unique, f foreign key, c check, x exclusion. */
export interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly kind: "p" | "u" | "f" | "c" | "x";
  readonly definition: string;
  /** The first column it covers, and for a foreign key the table and first column it points at. */
  readonly leads: string | null;
  readonly target: string | null;
  readonly targetLeads: string | null;
}

/** An index that no constraint brought along. */
export interface Index {
  readonly table: string;
  readonly name: string;
  readonly unique: boolean;
  readonly definition: string;
  /** Null when it leads with an expression. */
  readonly leads: string | null;
}

/** A table with its columns as they are declared. */
export interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly declaration: string }[];
}

/** A right of the application's role: on what, and which. */
export interface Grant {
  readonly target: string;
  readonly rights: string;
}

/** Everything our migrations made, in names' order. */
export interface Catalog {
  /** Ours and not the server's own. */
  readonly extensions: readonly string[];
  readonly schemas: readonly string[];
  readonly functions: readonly string[];
  readonly tables: readonly Table[];
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Index[];
  readonly grants: readonly Grant[];
  /** What HOUSE.md section 6 bans: kind and name. */
  readonly strangers: readonly string[];
}

/** Ours are all schemas but the server's own and the job queue's, which pg-boss makes itself. */
const OURS = "n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'pgboss')";
/** Our names are plain lower case, so after a schema's dot none needs quotes, `commerce.order` neither. */
const NAME = "(n.nspname || '.' || c.relname)";

const TABLES = `
  select ${NAME} as name,
         json_agg(json_build_object('name', a.attname, 'declaration', concat_ws(' ',
           quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
           case when a.attstorage = 'e' and t.typstorage <> 'e' then 'storage external' end,
           case when a.attnotnull then 'not null' end,
           case a.attgenerated
             when '' then 'default ' || pg_get_expr(d.adbin, d.adrelid)
             else 'generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
           end)) order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relkind in ('r', 'p') and ${OURS}
   group by 1 order by 1`;

const CONSTRAINTS = `
  select ${NAME} as table, k.conname as name, k.contype as kind, pg_get_constraintdef(k.oid) as definition,
         (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) as leads,
         (select tn.nspname || '.' || t.relname
            from pg_class t join pg_namespace tn on tn.oid = t.relnamespace
           where t.oid = k.confrelid) as target,
         (select attname from pg_attribute where attrelid = k.confrelid and attnum = k.confkey[1])
           as "targetLeads"
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_namespace n on n.oid = c.relnamespace
   where k.contype in ('p', 'u', 'f', 'c', 'x') and ${OURS}
   order by 1, position(k.contype in 'pufcx'), 2`;

const INDEXES = `
  select ${NAME} as table, i.relname as name, x.indisunique as unique,
         pg_get_indexdef(x.indexrelid) as definition,
         (select attname from pg_attribute where attrelid = x.indrelid and attnum = x.indkey[0]) as leads
    from pg_index x
    join pg_class i on i.oid = x.indexrelid
    join pg_class c on c.oid = x.indrelid
    join pg_namespace n on n.oid = c.relnamespace
   where ${OURS} and not exists (
           select from pg_constraint k where k.conindid = x.indexrelid and k.contype <> 'f')
   order by 1, 2`;

const FUNCTIONS = `
  select pg_get_functiondef(p.oid) as definition
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where ${OURS} and p.prokind in ('f', 'p')
   order by n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`;

const GRANTS = `
  select target, string_agg(lower(privilege_type), ', ' order by privilege_type) as rights from (
    select 'schema ' || n.nspname as target, (aclexplode(n.nspacl)).*
      from pg_namespace n where ${OURS}
    union all
    select ${NAME}, (aclexplode(c.relacl)).*
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS}
    union all
    select 'function ' || p.oid::regprocedure, (aclexplode(p.proacl)).*
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS}
  ) given where grantee = 'evermend_app'::regrole group by target
  union all
  select target, rights from (
    select ${NAME} as target, lower(privilege_type) || ' ('
           || string_agg(quote_ident(a.attname), ', ' order by a.attnum) || ')' as rights
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
      cross join aclexplode(a.attacl) e
     where ${OURS} and e.grantee = 'evermend_app'::regrole
     group by 1, privilege_type
  ) by_column
  order by target, rights`;

const STRANGERS = `
  select 'sequence ' || ${NAME} as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind = 'S' and ${OURS}
  union all
  select 'identity column ' || ${NAME} || '.' || a.attname
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
   where a.attidentity <> '' and ${OURS}
  union all
  select 'trigger ' || g.tgname || ' on ' || ${NAME}
    from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
   where not g.tgisinternal and ${OURS}
  union all
  select 'exclusion constraint ' || k.conname || ' on ' || ${NAME}
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
   where k.contype = 'x' and ${OURS}
  union all
  select 'view ' || ${NAME} from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('v', 'm') and ${OURS}
  union all
  select 'type ' || format_type(t.oid, null) from pg_type t join pg_namespace n on n.oid = t.typnamespace
   where t.typtype in ('e', 'd', 'r') and ${OURS}
  order by 1`;

/** Reads the catalog of a migrated database. */
export async function readCatalog(client: pg.ClientBase): Promise<Catalog> {
  const rows = async <Row>(sql: string): Promise<Row[]> => (await client.query(sql)).rows as Row[];
  const schemas = `select n.nspname as name from pg_namespace n where ${OURS} order by 1`;
  const extensions = "select extname as name from pg_extension where extname <> 'plpgsql' order by 1";
  return {
    extensions: (await rows<{ name: string }>(extensions)).map(({ name }) => name),
    schemas: (await rows<{ name: string }>(schemas)).map(({ name }) => name),
    functions: (await rows<{ definition: string }>(FUNCTIONS)).map(({ definition }) => definition),
    tables: await rows<Table>(TABLES),
    constraints: await rows<Constraint>(CONSTRAINTS),
    indexes: await rows<Index>(INDEXES),
    grants: await rows<Grant>(GRANTS),
    strangers: (await rows<{ name: string }>(STRANGERS)).map(({ name }) => name),
  };
}
