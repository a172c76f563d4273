-- How often the parts of a contract's benefits may be taken in all, as its terms granted them when it was
-- concluded: [{ "parts": ["flyaway"], "count": 2 }]. Null where nothing is granted as a part.
alter table contracts.contract add column part_limits jsonb;
