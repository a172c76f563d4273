import { many, maybeOne } from "../../platform/index.ts";

/** Whom we tell of a centre's promises, by their persons. */
export interface ContactRow {
  readonly centreId: string;
  readonly deskId: string | null;
  readonly leadId: string | null;
  readonly version: number;
}

const CONTACT = `c.centre_id as "centreId", c.desk_id as "deskId", c.lead_id as "leadId", c.version`;

/** The contacts of these centres; of those of which nobody has set any there is no row. */
export const contactsOfCentres = many<ContactRow>(
  "contacts_of_centres",
  `select ${CONTACT} from service.centre_contact c where c.centre_id = any($1::text[])`,
);

/** Sets the contacts of a centre over version `$4`; 0 where nobody has. No row: another by now. */
export const saveContacts = maybeOne<ContactRow>(
  "save_contacts",
  `insert into service.centre_contact as c (centre_id, desk_id, lead_id, version, set_at, set_by)
   select $1, $2, $3, 1, $5, $6
    where $4::integer = 0 or exists (select from service.centre_contact o where o.centre_id = $1)
   on conflict (centre_id) do update
      set desk_id = excluded.desk_id, lead_id = excluded.lead_id, version = c.version + 1,
          set_at = excluded.set_at, set_by = excluded.set_by
    where c.version = $4
   returning ${CONTACT}`,
);
