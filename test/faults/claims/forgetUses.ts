import { ownerQuery } from "../../support/ownerQuery.ts";

/** The control's fault: a use that was reserved stays so, whatever becomes of its case. */
export async function forgetUses(database: { readonly address: object }): Promise<void> {
  await ownerQuery(
    database,
    `create function contracts.keep_uses() returns trigger language plpgsql as
       $$ begin if new.state = 'free' then return old; end if; return new; end $$;
     create trigger keep_uses before update on contracts.benefit_slot
       for each row execute function contracts.keep_uses()`,
  );
}
