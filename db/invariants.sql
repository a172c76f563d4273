-- What must never be true. A row is a violation: the invariant's number, its root, and what is wrong.
-- Most of it is impossible by key or guard; this asks the rows all the same.

-- 1. A code exists once.
select 1 as invariant, encode(code_digest, 'hex') as root, 'a code exists ' || count(*) || ' times' as detail
  from contracts.code
 group by code_digest
having count(*) > 1;

-- 2. A code becomes one contract, and a contract comes from one code.
select 2 as invariant, min(device_id) as root, 'one code became ' || count(*) || ' contracts' as detail
  from contracts.contract
 where code_digest is not null
 group by code_digest
having count(*) > 1
union all
select 2, redeemed_by, count(*) || ' codes became one contract'
  from contracts.code
 where redeemed_by is not null
 group by redeemed_by
having count(*) > 1;

-- 3. A code is redeemed exactly when its contract exists, and they name each other.
select 3 as invariant, coalesce(c.device_id, encode(k.code_digest, 'hex')) as root,
       case when c.device_id is null then 'a redeemed code without the contract it names'
            else 'a contract whose code is not redeemed by it' end as detail
  from (select * from contracts.code where state = 'redeemed') as k
  full join (select * from contracts.contract where code_digest is not null) as c
    on c.code_digest = k.code_digest and k.redeemed_by = 'ctr_' || c.device_id || '_' || c.no
 where k.code_digest is null or c.device_id is null;

-- 4. A code that was taken out of use is never redeemed afterwards.
select 4 as invariant, encode(k.code_digest, 'hex') as root,
       'a code that is ' || k.state || ' was redeemed' as detail
  from contracts.code as k
 where k.state in ('void', 'expired')
   and (k.redeemed_by is not null or exists (
     select from contracts.contract as c where c.code_digest = k.code_digest));

-- 5. A line of codes that is paid has exactly its quantity of them, not counting those that were issued anew;
-- one that is not, and one of goods, has none. Codes are held for orders that wait for their money alone.
select 5 as invariant, l.order_id as root,
       'line ' || l.no || ' of an order that is ' || o.state || ' has ' || count(k.code_digest)
         || ' codes of ' || l.quantity as detail
  from commerce.order_line as l
  join commerce.order as o on o.order_id = l.order_id
  left join contracts.code as k
    on k.order_id = l.order_id and k.line_no = l.no and k.sold_at is not null and k.replaced_by is null
 group by l.order_id, l.no, l.quantity, l.sold_as, o.state
having count(k.code_digest)
         <> case when o.state in ('paid', 'delivered') and l.sold_as = 'code' then l.quantity else 0 end
union all
select 5, k.order_id, 'a code of a line that does not exist'
  from contracts.code as k
 where k.order_id is not null
   and not exists (select from commerce.order_line as l where l.order_id = k.order_id and l.no = k.line_no)
union all
select 5, k.order_id, 'an order that is ' || o.state || ' holds ' || count(*) || ' codes'
  from contracts.code as k
  join commerce.order as o on o.order_id = k.order_id
 where k.state = 'stock' and o.state <> 'placed'
 group by k.order_id, o.state
union all
select 5, k.order_id,
       'the code ' || k.last4 || ' was issued anew, as ' || coalesce(n.last4, 'none') || ' of another sale'
  from contracts.code as k
  left join contracts.code as n
    on n.code_digest = k.replaced_by and n.order_id = k.order_id and n.line_no = k.line_no
   and n.sale_no is not distinct from k.sale_no and n.last_use_on is not distinct from k.last_use_on
 where k.replaced_by is not null and n.code_digest is null;

-- 6. Every code is in stock, sold, redeemed, void or expired, in the order of time, and none is good a day
-- after its last. A batch has as many as were made of it: made is stock, sold, redeemed, void and expired, to
-- zero.
select 6 as invariant, order_id as root,
       'a code is ' || state || ', redeemed before it was sold, or in no state' as detail
  from contracts.code
 where state not in ('stock', 'sold', 'redeemed', 'void', 'expired')
    or redeemed_at < sold_at
    or (state = 'redeemed') <> (redeemed_at is not null)
union all
select 6, coalesce(order_id, batch_id), 'a code that ended at ' || expires_at || ' is ' || state
  from contracts.code
 where state in ('stock', 'sold')
   and expires_at < coalesce((select at from platform.test_clock), now()) - interval '1 day'
union all
select 6, b.batch_id,
       'of a batch that is ' || b.state || ' ' || b.made || ' were made, and there are '
         || count(k.code_digest)
  from contracts.code_batch as b
  left join contracts.code as k on k.batch_id = b.batch_id
   and k.state in ('stock', 'sold', 'redeemed', 'void', 'expired')
 group by b.batch_id, b.state, b.made
having count(k.code_digest) <> b.made
union all
select 6, b.batch_id, 'a batch that was taken out of use has a code that is ' || k.state
  from contracts.code_batch as b
  join contracts.code as k on k.batch_id = b.batch_id
 where b.state = 'voided' and k.state in ('stock', 'sold');

-- 9. A serial belongs to one device for ever; a device wears one serial now, the one on its row.
select 9 as invariant, u.device_id as root,
       'the serial ' || u.serial || ' is not indexed as this device''s' as detail
  from contracts.unit as u
  left join contracts.serial_index as i on i.serial = u.serial
 where i.device_id is distinct from u.device_id and u.reversed_at is null
union all
select 9, min(device_id), 'the serial ' || serial || ' was worn ' || count(*) || ' times'
  from contracts.unit
 where reversed_at is null
 group by serial
having count(*) > 1
union all
select 9, d.device_id, 'the device wears ' || count(u.no) || ' serials now, or another than its row says'
  from contracts.device as d
  left join contracts.unit as u on u.device_id = d.device_id and u.to_at is null
 group by d.device_id, d.serial
having count(u.no) <> 1 or min(u.serial) <> d.serial
union all
select 9, i.device_id, 'the serial ' || i.serial || ' is indexed and was never worn'
  from contracts.serial_index as i
 where not exists (
   select from contracts.unit as u where u.serial = i.serial and u.reversed_at is null)
   and not exists (
   select from contracts.device as d where d.device_id = i.device_id and d.next_serial = i.serial);

-- 10. A device has one running contract at the most.
select 10 as invariant, device_id as root, count(*) || ' contracts run at once' as detail
  from contracts.contract
 where state = 'active'
 group by device_id
having count(*) > 1;

-- 11. The periods of a device's contracts do not overlap.
select 11 as invariant, one.device_id as root,
       'contracts ' || one.no || ' and ' || other.no || ' overlap' as detail
  from contracts.contract as one
  join contracts.contract as other on other.device_id = one.device_id and other.no > one.no
 where one.state <> 'cancelled' and other.state <> 'cancelled'
   and one.starts_at < other.ends_at and other.starts_at < one.ends_at;

-- 12. Events count without a gap, and tell of every contract and slot what its row says.
select 12 as invariant, root_id as root,
       'events are numbered ' || min(seq) || ' to ' || max(seq) || ', there are '
         || count(*) as detail
  from platform.event
 group by root_id
having min(seq) <> 1 or max(seq) <> count(*)
union all
select 12, c.device_id, 'contract ' || c.no || ' was concluded by ' || count(e.seq) || ' events'
  from contracts.contract as c
  left join platform.event as e
    on e.root_id = c.device_id and e.type in ('ContractActivated', 'ContractRenewed')
   and (e.body ->> 'contractNo')::integer = c.no
 group by c.device_id, c.no
having count(e.seq) <> 1
union all
select 12, c.device_id,
       'contract ' || c.no || ' is ' || c.state || ' and has ' || count(e.seq) || ' ends in its events'
  from contracts.contract as c
  left join platform.event as e
    on e.root_id = c.device_id and e.type = 'ContractExpired' and (e.body ->> 'contractNo')::integer = c.no
 group by c.device_id, c.no, c.state
having count(e.seq) <> case when c.state = 'expired' then 1 else 0 end
union all
select 12, s.device_id, 'slot ' || s.no || ' of contract ' || s.contract_no || ' is ' || s.state
         || ' and its last event is ' || coalesce(last.type, 'none')
  from contracts.benefit_slot as s
  left join lateral (
    select e.type from platform.event as e
     where e.root_id = s.device_id and e.type in ('SlotReserved', 'SlotReleased', 'SlotUsed')
       and (e.body ->> 'contractNo')::integer = s.contract_no
       and e.body ->> 'benefit' = s.benefit and (e.body ->> 'slotNo')::integer = s.no
     order by e.seq desc
     limit 1) as last on true
 where coalesce(last.type, 'SlotReleased')
    <> case s.state when 'reserved' then 'SlotReserved' when 'used' then 'SlotUsed' else 'SlotReleased' end;

-- 14. The serials of a device follow each other without a gap, but for swaps that were taken back; a retired
-- one starts no case, and no unit that was swapped out is given out again. The next unit of a device is the
-- one that a live case gave it; once the case is over the plan has moved to it, and with its shipment where
-- the terms say so.
select 14 as invariant, u.device_id as root, 'unit ' || u.no || ' does not follow the one before it' as detail
  from (
    select *, lag(to_at) over chain as before_to, row_number() over chain as place,
           lead(no) over chain as next_no
      from contracts.unit
     where reversed_at is null
    window chain as (partition by device_id order by no)) as u
 where (u.place = 1) <> (u.reason = 'first')
    or (u.place > 1 and u.before_to is distinct from u.from_at)
    or (u.next_no is null) <> (u.to_at is null)
union all
select 14, device_id, 'units are numbered ' || min(no) || ' to ' || max(no) || ', there are ' || count(*)
  from contracts.unit
 group by device_id
having min(no) <> 1 or max(no) <> count(*)
union all
select 14, w.device_id, 'case ' || w.claim_no || ' has ' || count(*) || ' swaps that stand'
  from service.swap as w
 where not exists (
   select from service.swap_reversal as r
    where r.device_id = w.device_id and r.claim_no = w.claim_no and r.swap_no = w.no)
 group by w.device_id, w.claim_no
having count(*) > 1
union all
select 14, i.device_id, 'the retired serial ' || s.serial || ' stands in the pool as ' || s.state
  from service.spare_unit as s
  join contracts.serial_index as i on i.serial = s.serial
 where s.state = 'available'
union all
select 14, c.device_id, 'case ' || c.no || ' was opened on the retired serial ' || c.serial
  from claims.claim as c
  join contracts.unit as u on u.device_id = c.device_id and u.serial = c.serial
 where (u.to_at < c.opened_at
   -- This case or one after it may have retired it at the same instant: a test clock stands still.
    or (u.to_at = c.opened_at and not exists (
   select from service.swap as w
    where w.device_id = c.device_id and w.claim_no >= c.no and w.old_serial = c.serial)))
   -- A unit that was given and taken back may have been given again.
   and not exists (
   select from contracts.unit as v
    where v.device_id = c.device_id and v.serial = c.serial and v.no <> u.no
      and v.from_at <= c.opened_at and (v.to_at is null or v.to_at > c.opened_at))
union all
select 14, c.device_id,
       'case ' || c.no || ' is about the serial ' || c.serial || ', which this device never wore'
  from claims.claim as c
 where not exists (
   select from contracts.unit as u where u.device_id = c.device_id and u.serial = c.serial)
union all
select 14, d.device_id,
       'the next serial ' || d.next_serial || ' is not that of a swap that stands in a live case'
  from contracts.device as d
 where d.next_serial is not null
   and (not exists (
   select from contracts.serial_index as i
    where i.serial = d.next_serial and i.device_id = d.device_id)
    or not exists (
   select from service.swap as w
     join claims.claim as c on c.device_id = w.device_id and c.no = w.claim_no
    where w.device_id = d.device_id and w.new_serial = d.next_serial and c.state in ('replaced', 'shipped')
      and not exists (
        select from service.swap_reversal as r
         where r.device_id = w.device_id and r.claim_no = w.claim_no and r.swap_no = w.no)))
union all
select 14, d.device_id, 'the plan should have moved to ' || d.next_serial || ' as that left'
  from contracts.device as d
 where d.next_moves = 'shipment'
   and exists (
   select from service.shipment as s where s.device_id = d.device_id and s.serial = d.next_serial);

-- 16. A contract has one successor at the most, and a renewal was paid for, once. What is owed back was paid
-- and made none.
select 16 as invariant, device_id as root,
       'contract ' || renews_no || ' was renewed ' || count(*) || ' times' as detail
  from contracts.contract
 where renews_no is not null and state <> 'cancelled'
 group by device_id, renews_no
having count(*) > 1
union all
select 16, device_id, 'charge ' || charge_no || ' paid for ' || count(*) || ' renewals'
  from contracts.contract
 where charge_no is not null
 group by device_id, charge_no
having count(*) > 1
union all
select 16, c.device_id, 'contract ' || c.no || ' renews without a captured charge of its own'
  from contracts.contract as c
 where c.renews_no is not null
   and not exists (
     select from money.charge as m
      where m.root_id = c.device_id and m.no = c.charge_no and m.purpose = 'renewal'
        and m.subject_no = c.renews_no and m.state = 'captured')
union all
select 16, r.device_id, 'charge ' || r.charge_no || ' is owed back, and '
         || case when c.no is null then 'was never captured' else 'made contract ' || c.no end
  from contracts.renewal as r
  left join contracts.contract as c on c.device_id = r.device_id and c.charge_no = r.charge_no
  left join money.charge as m on m.root_id = r.device_id and m.no = r.charge_no
 where r.refund_due_at is not null and (c.no is not null or m.state is distinct from 'captured');

-- 17. What is granted is numbered from one; nothing is taken beyond it, nor of a part more than is granted. A
-- contract is exhausted exactly while all of it is used and its time is not over.
select 17 as invariant, device_id as root,
       'contract ' || contract_no || ' has ' || count(*) || ' slots of ' || benefit || ' and numbers them to '
         || max(no) as detail
  from contracts.benefit_slot
 group by device_id, contract_no, benefit
having max(no) <> count(*) or min(no) <> 1
union all
select 17, c.device_id,
       'contract ' || c.no || ' is ' || c.state || ' and has used '
         || count(s.no) filter (where s.state = 'used') || ' of ' || count(s.no) || ' slots'
  from contracts.contract as c
  left join contracts.benefit_slot as s on s.device_id = c.device_id and s.contract_no = c.no
 where c.state in ('scheduled', 'active', 'exhausted')
 group by c.device_id, c.no, c.state
having (c.state = 'exhausted') <> coalesce(bool_and(s.state = 'used'), false)
union all
select 17, c.device_id,
       'contract ' || c.no || ' has ' || taken.count || ' uses of ' || array_to_string(granted.parts, ', ')
         || ', of which ' || granted.count || ' are granted'
  from contracts.contract as c
  cross join lateral jsonb_to_recordset(c.part_limits) as granted(parts text[], count integer)
  cross join lateral (
    select count(*)
      from contracts.benefit_slot as s
     where s.device_id = c.device_id and s.contract_no = c.no and s.part = any(granted.parts)) as taken(count)
 where taken.count > granted.count;

-- 18. A slot serves one case, of its own contract; a case that is over without it holds none.
select 18 as invariant, s.device_id as root,
       'slot ' || s.no || ' is ' || s.state || ' for case ' || s.claim_no || ', which is '
         || coalesce(c.state, 'not there') as detail
  from contracts.benefit_slot as s
  left join claims.claim as c on c.device_id = s.device_id and c.no = s.claim_no
 where s.claim_no is not null
   and (c.no is null or c.contract_no is distinct from s.contract_no or c.state = 'cancelled'
        or (s.state = 'reserved' and c.state in ('shipped', 'closed')))
union all
select 18, device_id, 'case ' || claim_no || ' holds ' || count(*) || ' slots of ' || benefit
  from contracts.benefit_slot
 where claim_no is not null
 group by device_id, claim_no, benefit
having count(*) > 1;

-- 20. A case that went another way than the plan takes no slot; of several findings one may be repaired by it
-- beside what is paid for.
select 20 as invariant, c.device_id as root,
       'case ' || c.no || ' went by ' || c.route || ' and holds a slot' as detail
  from claims.claim as c
 where c.route <> 'plan'
   and not (c.route = 'paid' and c.found is not null)
   and exists (
     select from contracts.benefit_slot as s where s.device_id = c.device_id and s.claim_no = c.no);

-- 21. A device has one open case at the most.
select 21 as invariant, device_id as root, count(*) || ' cases are open' as detail
  from claims.claim
 where state not in ('closed', 'cancelled')
 group by device_id
having count(*) > 1;

-- 22. A case has one live shipment at the most.
select 22 as invariant, device_id as root,
       'case ' || claim_no || ' has ' || count(*) || ' live shipments' as detail
  from service.shipment
 where state in ('sent', 'delivered')
 group by device_id, claim_no
having count(*) > 1;

-- 23. Nothing was shipped without a decision, the fee that was due, and the replacement it was promised.
select 23 as invariant, c.device_id as root,
       'case ' || c.no || ' was shipped ' || wrong.how as detail
  from claims.claim as c
  left join money.charge as m on m.root_id = c.device_id and m.no = c.charge_no
  cross join lateral (
    values ('without a decision', not exists (
              select from claims.decision as d where d.device_id = c.device_id and d.claim_no = c.no)),
           ('before a card stood for the old device', c.hold_no is not null and not exists (
              select from money.hold as h
                join money.authorisation as a on a.root_id = h.root_id and a.hold_no = h.no
               where h.root_id = c.device_id and h.subject_no = c.no and a.placed_at is not null)),
           ('before its fee was paid', c.fee_minor > 0 and m.state is distinct from 'captured'),
           -- What has no limit, and what is an amount of money, has no slot.
           ('and used no replacement', c.route = 'plan' and c.receipt -> 'uses' ->> 'left' is not null
              and c.receipt -> 'uses' ->> 'amount' is null and not exists (
              select from contracts.benefit_slot as s
               where s.device_id = c.device_id and s.claim_no = c.no and s.state = 'used')),
           ('with nothing agreed', c.route is null or c.fee_minor is null)) as wrong(how, is_so)
 where c.state in ('shipped', 'closed') and wrong.is_so;

-- 24. What is charged is what was agreed.
select 24 as invariant, c.device_id as root,
       'case ' || c.no || ' agreed to another fee than its charge' as detail
  from claims.claim as c
  left join money.charge as m on m.root_id = c.device_id and m.no = c.charge_no
 where c.charge_no is not null
   and (m.purpose is distinct from 'claim_fee' or m.subject_no is distinct from c.no
        or m.currency is distinct from c.currency
        -- A case that goes back as it is owes nothing, and has given up what it owed.
        or (m.amount_minor is distinct from c.fee_minor
            and not (c.route = 'return' and c.fee_minor = 0 and m.state = 'cancelled')))
union all
select 24, o.order_id, 'the order costs another sum than its charge'
  from commerce.order as o
  join money.charge as m on m.root_id = o.order_id and m.purpose = 'order' and m.state <> 'cancelled'
 where m.amount_minor <> o.gross_minor or m.currency <> o.currency
union all
-- A quote that was accepted was accepted in time, and its charge is what it says.
select 24, q.device_id,
       'quote ' || q.no || ' of case ' || q.claim_no || ' was accepted at another sum or too late'
  from claims.quote as q
  left join money.charge as m on m.root_id = q.device_id and m.no = q.charge_no
 where q.accepted_at is not null
   and (q.accepted_at >= q.valid_until or m.no is null or m.purpose <> 'claim_fee'
        or m.subject_no is distinct from q.claim_no
        or m.amount_minor <> q.total_minor or m.currency <> q.currency)
union all
select 24, c.device_id, 'case ' || c.no || ' is repaired at a price whose quote nobody accepted'
  from claims.claim as c
  cross join lateral (select (way -> 'quote' ->> 'no')::integer as no
                        from json_array_elements(c.choices) as way
                       where way ->> 'route' = 'paid' and way -> 'quote' is not null) as named
 where c.route = 'paid'
   and not exists (select from claims.quote as q
                    where q.device_id = c.device_id and q.claim_no = c.no and q.no = named.no
                      and q.accepted_at is not null);

-- 25. Whoever has the ball but the centre has a deadline.
select 25 as invariant, c.device_id as root,
       'case ' || c.no || ' is ' || c.state || ' and waits for nothing' as detail
  from claims.claim as c
 where (c.state in ('reported', 'inspected', 'chosen', 'shipped')
        or (c.state = 'received' and c.receipt ->> 'outcome' = 'hold'))
   and not exists (
     select from platform.deadline as d
      where d.root_id = c.device_id and d.key = c.no::text and d.met_at is null
        and d.kind in ('report_lapses', 'payment_lapses', 'claim_closes', 'appeal_due', 'question_lapses'))
   -- Its fee has come and is about to move it on: see 38.
   and not exists (
     select from money.charge as m
      where m.root_id = c.device_id and m.no = c.charge_no and m.state = 'captured' and c.state = 'chosen')
union all
-- Where the centre has it, a promise runs, or waits for the owner; its job may take a moment.
select 25, c.device_id, 'case ' || c.no || ' is ' || c.state || ' and nothing is promised in it'
  from claims.claim as c
 where c.state in ('received', 'paid', 'replaced')
   and not exists (
     select from service.clock as k
      where k.device_id = c.device_id and k.claim_no = c.no and k.promise <> 'answer'
        and k.state in ('running', 'paused'))
   and (select max(e.at) from platform.event as e where e.root_id = c.device_id)
         < coalesce((select at from platform.test_clock), now()) - interval '1 hour';

-- 27. What is posted moves a whole amount between two accounts of its currency and stays: roots number their
-- postings without a gap, months are the sums of postings, and a captured charge is posted once, to the unit.
select 27 as invariant, p.root_id as root,
       'posting ' || p.no || ' moves ' || p.amount_minor || ' ' || p.currency || ' into an account in '
         || d.currency || ' from one in ' || c.currency as detail
  from money.posting as p
  join money.account as d on d.account_id = p.debit_id
  join money.account as c on c.account_id = p.credit_id
 where p.amount_minor <= 0 or p.debit_id = p.credit_id or d.currency <> p.currency or c.currency <> p.currency
union all
select 27, root_id, 'postings are numbered ' || min(no) || ' to ' || max(no) || ', there are ' || count(*)
  from money.posting
 group by root_id
having min(no) <> 1 or max(no) <> count(*)
union all
select 27, account_id::text, 'the account''s ' || month_on || ' is off by ' || sum(debit) || ' debited, '
         || sum(credit) || ' credited, ' || sum(postings) || ' postings'
  from (
    select account_id, month_on, debit_minor as debit, credit_minor as credit, postings
      from money.account_month
    union all
    select side.account_id, date_trunc('month', p.at at time zone 'UTC')::date,
           -sum(case when side.is_debit then p.amount_minor else 0 end),
           -sum(case when side.is_debit then 0 else p.amount_minor end), -count(*)
      from money.posting as p
     cross join lateral (values (p.debit_id, true), (p.credit_id, false)) as side(account_id, is_debit)
     group by 1, 2) as sides
 group by account_id, month_on
having sum(debit) <> 0 or sum(credit) <> 0 or sum(postings) <> 0
union all
select 27, c.root_id, 'charge ' || c.no || ' of ' || c.amount_minor || ' is ' || c.state || ', is made of '
         || coalesce(l.amount_minor, 0) || ' and was posted with ' || coalesce(p.amount_minor, 0)
  from money.charge as c
  left join (select root_id, charge_no, sum(net_minor + tax_minor) as amount_minor
               from money.charge_line group by root_id, charge_no) as l
    on l.root_id = c.root_id and l.charge_no = c.no
  left join (select root_id, source, sum(amount_minor) as amount_minor
               from money.posting where source like 'charge/%/captured' group by root_id, source) as p
    on p.root_id = c.root_id and p.source = 'charge/' || c.no || '/captured'
 where coalesce(l.amount_minor, 0) <> c.amount_minor
    or coalesce(p.amount_minor, 0) <> case when c.state = 'captured' then c.amount_minor else 0 end;

-- 28. A charge is captured by exactly one successful try, and a provider's reference belongs to one.
select 28 as invariant, c.root_id as root,
       'charge ' || c.no || ' is ' || c.state || ' with ' || count(a.no) || ' successful tries' as detail
  from money.charge as c
  left join money.attempt as a
    on a.root_id = c.root_id and a.about = 'charge' and a.about_no = c.no and a.state = 'succeeded'
 group by c.root_id, c.no, c.state, c.amount_minor
having count(a.no) <> case when c.state = 'captured' and c.amount_minor > 0 then 1 else 0 end
union all
select 28, min(root_id), 'the reference ' || provider_ref || ' belongs to ' || count(*) || ' tries'
  from money.attempt
 where provider_ref is not null and state = 'succeeded'
 group by provider, provider_ref, about
having count(*) > 1
union all
select 28, a.root_id,
       'try ' || a.no || ' of ' || a.about || ' ' || a.about_no
         || ' succeeded under a reference that is not kept'
  from money.attempt as a
 where a.state = 'succeeded'
   and not exists (
     select from money.provider_ref as r
      where r.provider = a.provider and r.provider_ref = a.provider_ref and r.root_id = a.root_id
        and r.about = a.about and r.about_no = a.about_no and r.attempt_no = a.no);

-- 29. No more is promised back than was captured, of a charge or a hold; what is promised is what refunds and
-- lost disputes say, and what disputes have paid of refunds is in the books; whoever agrees above the limit
-- is another than who asked, and a plan that was paid back gives nothing any more.
select 29 as invariant, c.root_id as root,
       'charge ' || c.no || ' of ' || c.amount_minor || ' is ' || c.state || ' and has ' || c.refunded_minor
         || ' promised back' as detail
  from money.charge as c
 where c.refunded_minor > case when c.state = 'captured' then c.amount_minor else 0 end
union all
select 29, c.root_id,
       'charge ' || c.no || ' says ' || c.refunded_minor
         || ' is promised back, and its refunds and disputes say ' || said.amount_minor
  from money.charge as c
 cross join lateral (
   select coalesce((select sum(r.amount_minor) from money.refund as r
                     where r.root_id = c.root_id and r.charge_no = c.no and r.state <> 'declined'
                       and r.kind not in ('penalty', 'balance')), 0)
          + coalesce((select sum(p.amount_minor) from money.posting as p
                        join money.dispute as d
                          on d.root_id = p.root_id and p.source = 'dispute/' || d.no || '/settled'
                        join money.account as a on a.account_id = p.debit_id and a.kind <> 'provider_costs'
                        join money.account as from_
                          on from_.account_id = p.credit_id and from_.kind = 'disputed'
                       where d.root_id = c.root_id and d.charge_no = c.no), 0) as amount_minor
 ) as said
 where c.refunded_minor <> said.amount_minor
union all
select 29, h.root_id,
       'hold ' || h.no || ' captured ' || h.captured_minor || ' and says ' || h.refunded_minor
         || ' is promised back, its refunds ' || coalesce(r.amount_minor, 0)
  from money.hold as h
  left join (select root_id, hold_no, sum(amount_minor) as amount_minor
               from money.refund where state <> 'declined' group by root_id, hold_no) as r
    on r.root_id = h.root_id and r.hold_no = h.no
 where h.refunded_minor <> coalesce(r.amount_minor, 0) or h.refunded_minor > h.captured_minor
union all
select 29, r.root_id,
       'refund ' || r.no || ' of ' || r.amount_minor || ' says disputes have paid ' || r.settled_minor
         || ' of it, the books ' || coalesce(p.moved, 0)
  from money.refund as r
  left join (select root_id, split_part(source, '/', 2)::integer as refund_no, sum(amount_minor) as moved
               from money.posting where source like 'refund/%/settled%' group by 1, 2) as p
    on p.root_id = r.root_id and p.refund_no = r.no
 where r.settled_minor <> coalesce(p.moved, 0)
union all
select 29, root_id, 'refund ' || no || ' above the limit was agreed to by who asked for it'
  from money.refund
 where second_person and decided_by = requested_by
union all
select 29, r.root_id,
       'refund ' || r.no || ' of ' || r.amount_minor || ' has lines of '
         || coalesce(sum(l.net_minor + l.tax_minor), 0)
  from money.refund as r
  left join money.refund_line as l on l.root_id = r.root_id and l.refund_no = r.no
 group by r.root_id, r.no, r.amount_minor
having r.amount_minor <> coalesce(sum(l.net_minor + l.tax_minor), 0)
union all
select 29, s.root_id, 'sale ' || s.no || ' was paid back and its contract is ' || k.state
  from money.sale as s
  join contracts.contract as k on s.contract_id = 'ctr_' || k.device_id || '_' || k.no
 where s.state = 'refunded' and k.state not in ('cancelled', 'expired')
union all
select 29, s.root_id, 'sale ' || s.no || ' was paid back and its code is ' || k.state
  from money.sale as s
  join contracts.code as k on k.order_id = s.root_id and k.sale_no = s.no
 where s.state = 'refunded' and s.contract_id is null and k.state not in ('void', 'expired')
union all
select 29, r.root_id,
       'refund ' || r.no || ' is ' || r.state || ' and ' || count(a.no) || ' tries of it succeeded'
  from money.refund as r
  left join money.attempt as a
    on a.root_id = r.root_id and a.about = 'refund' and a.about_no = r.no and a.state = 'succeeded'
 group by r.root_id, r.no, r.state, r.means
having count(a.no) <> case when r.state = 'paid' and r.means = 'provider' then 1 else 0 end
union all
select 29, l.root_id,
       'line ' || l.no || ' of charge ' || l.charge_no || ' was charged ' || l.tax_minor || ' of tax, and '
         || sold.tax_minor + kind.tax_minor || ' is corrected'
  from money.charge_line as l
 cross join lateral (
   select coalesce(sum(s.refunded_tax_minor), 0) as tax_minor from money.sale as s
    where s.root_id = l.root_id and s.charge_no = l.charge_no and s.line_no = l.no
 ) as sold
 cross join lateral (
   select coalesce(sum(p.tax_minor), 0) as tax_minor
     from money.refund_line as p
     join money.refund as r on r.root_id = p.root_id and r.no = p.refund_no
    where r.root_id = l.root_id and r.charge_no = l.charge_no and r.state <> 'declined' and p.line_no = l.no
 ) as kind
 where sold.tax_minor + kind.tax_minor > l.tax_minor;

-- 30. Of a hold no more is captured and released than was authorised; it was taken after its deadline and its
-- notice; it has one end, and nothing is left on a card after it. What was captured is in the books. A claim
-- that is over holds no card.
select 30 as invariant, h.root_id as root,
       'hold ' || h.no || ', ' || h.state || ', of ' || h.amount_minor || ' captured ' || h.captured_minor
         || ', its authorisations ' || coalesce(a.captured, 0) || ', the books ' || coalesce(p.moved, 0)
         || '; ' || coalesce(a.alive, 0) || ' of them are alive' as detail
  from money.hold as h
  left join (select root_id, hold_no, sum(captured_minor) as captured,
                    count(*) filter (where state in ('asked', 'placed')) as alive,
                    count(*) filter (where state = 'captured') as taken
               from money.authorisation group by root_id, hold_no) as a
    on a.root_id = h.root_id and a.hold_no = h.no
  left join (select root_id, source, sum(amount_minor) as moved
               from money.posting group by root_id, source) as p
    on p.root_id = h.root_id and p.source = 'hold/' || h.no || '/captured'
 where (h.closed_at is not null
        and (coalesce(a.alive, 0) > 0 or coalesce(a.captured, 0) <> h.captured_minor))
    or coalesce(p.moved, 0) <> coalesce(a.captured, 0)
    or coalesce(a.taken, 0) > 1
    or (h.state = 'captured' and (h.due_at is null or h.noticed_at is null or h.ending_at < h.due_at
                                  or h.ending_at < h.noticed_at + interval '72 hours'))
union all
select 30, root_id,
       'authorisation ' || no || ', ' || state || ', of ' || amount_minor || ' captured ' || captured_minor
         || ' and released ' || released_minor
  from money.authorisation
 where captured_minor + released_minor > amount_minor
    or (state = 'captured' and ordered_at >= capture_before)
    or (state = 'placed' and capture_before
          < coalesce((select at from platform.test_clock), now()) - interval '1 day')
union all
select 30, c.device_id, 'claim ' || c.no || ' is ' || c.state || ' and its hold ' || h.no || ' is ' || h.state
  from claims.claim as c
  join money.hold as h on h.root_id = c.device_id and h.subject_no = c.no
 where c.state in ('closed', 'cancelled') and h.closed_at is null and h.ending is null;

-- 31. What was posted for a line of a report was posted for a line that says so, once and no more than it
-- says; a difference that ended as posted names what was; and no provider was called while the world was not
-- matched.
select 31 as invariant, l.line_id as root,
       'line ' || l.their_id || ' of ' || l.party || ' is ' || case when l.posted_at is null then 'not '
       else '' end
         || 'marked as posted, and ' || coalesce(p.rows, 0) || ' postings stand for it' as detail
  from money.report_line as l
  left join (select root_id, count(*) as rows from money.posting
              where source like 'report_line/%' group by root_id) as p on p.root_id = l.line_id
 where (l.posted_at is null and p.rows is not null)
    or (l.posted_at is not null and p.rows is null and l.amount_minor > 0)
union all
select 31, p.root_id, 'posting ' || p.source || ' stands for no line of a report'
  from money.posting as p
 where p.source like 'report_line/%'
   and not exists (select from money.report_line as l where l.line_id = p.root_id)
union all
select 31, d.difference_id, 'difference ' || d.cause || ' ended as posted, and nothing was posted'
  from money.difference as d
 where d.state = 'posted'
   and not exists (select from money.posting as p where p.root_id = d.posted_root
   and p.source = d.posted_source)
union all
select 31, 'reconcile_mode', 'payment ' || a.key || ' was called for while the world outside was not matched'
  from money.attempt as a
  join money.reconcile_mode as m
    on a.called_at > m.started_at and a.called_at < coalesce(m.ended_at, 'infinity');

-- 32. While a try is pending or unknown, nothing else is tried; and none is left open on a closed charge.
select 32 as invariant, a.root_id as root,
       a.about || ' ' || a.about_no || ' is ' || coalesce(c.state, 'there') || ' and has ' || count(*)
         || ' open tries' as detail
  from money.attempt as a
  left join money.charge as c on a.about = 'charge' and c.root_id = a.root_id and c.no = a.about_no
 where a.state in ('pending', 'unknown')
 group by a.root_id, a.about, a.about_no, c.state
having count(*) > 1 or (a.about = 'charge' and c.state is distinct from 'open')
union all
select 32, a.root_id,
       'try ' || a.no || ' of ' || a.about || ' ' || a.about_no || ' began before the one before it ended'
  from money.attempt as a
  join money.attempt as before
    on before.root_id = a.root_id and before.about = a.about and before.about_no = a.about_no
   and before.no < a.no
 where before.resolved_at is null or before.resolved_at > a.started_at or before.state = 'succeeded';

-- 33. What a plan was sold for is deferred, earned or refunded, as its postings say; a captured charge made a
-- sale of each of its plans, and what is used is being earned.
select 33 as invariant, s.root_id as root,
       'sale ' || s.no || ' of ' || s.net_minor || ' has ' || s.deferred_minor || ' deferred, '
         || s.earned_minor
         || ' earned, ' || s.refunded_minor || ' refunded, and its postings moved '
         || coalesce(p.deferred, 0) || ', ' || coalesce(p.earned, 0) || ' and '
         || coalesce(p.tax, 0) as detail
  from money.sale as s
  left join (
    select p.root_id, p.sale_no,
           sum(case when c.kind = 'deferred_revenue' then p.amount_minor else 0 end
               - case when d.kind = 'deferred_revenue' then p.amount_minor else 0 end) as deferred,
           sum(case when c.kind = 'earned_revenue' then p.amount_minor else 0 end
               - case when d.kind = 'earned_revenue' then p.amount_minor else 0 end) as earned,
           sum(case when c.kind = 'tax_payable' then p.amount_minor else 0 end
               - case when d.kind = 'tax_payable' then p.amount_minor else 0 end) as tax
      from money.posting as p
      join money.account as d on d.account_id = p.debit_id
      join money.account as c on c.account_id = p.credit_id
     where p.sale_no is not null
     group by p.root_id, p.sale_no) as p
    on p.root_id = s.root_id and p.sale_no = s.no
 where s.net_minor <> s.deferred_minor + s.earned_minor + s.refunded_minor
    or s.deferred_minor <> s.net_minor + coalesce(p.deferred, 0)
    or s.earned_minor <> coalesce(p.earned, 0)
    or s.refunded_tax_minor <> -coalesce(p.tax, 0)
union all
select 33, l.root_id,
       'line ' || l.no || ' of charge ' || l.charge_no || ', ' || c.state || ', of ' || l.quantity
         || ' for ' || l.net_minor || ' and ' || l.tax_minor || ' made ' || coalesce(s.quantity, 0)
         || ' sales for '
         || coalesce(s.net_minor, 0) || ' and ' || coalesce(s.tax_minor, 0)
  from money.charge_line as l
  join money.charge as c on c.root_id = l.root_id and c.no = l.charge_no
  left join (select root_id, charge_no, line_no, count(*) as quantity, sum(net_minor) as net_minor,
                    sum(tax_minor) as tax_minor
               from money.sale group by root_id, charge_no, line_no) as s
    on s.root_id = l.root_id and s.charge_no = l.charge_no and s.line_no = l.no
 where (coalesce(s.quantity, 0), coalesce(s.net_minor, 0), coalesce(s.tax_minor, 0))
    <> case when c.state = 'captured' and l.kind = 'plan'
            then (l.quantity::bigint, l.net_minor::numeric, l.tax_minor::numeric)
            else (0::bigint, 0::numeric, 0::numeric) end
union all
select 33, s.root_id, 'sale ' || s.no || ' is ' || s.state || ' by ' || coalesce(s.contract_id, 'no contract')
         || ', and its code became ' || coalesce(k.redeemed_by, 'none')
  from money.sale as s
  join contracts.code as k on k.order_id = s.root_id and k.sale_no = s.no
 where k.replaced_by is null
   and (s.contract_id is distinct from k.redeemed_by or (s.state = 'unused' and k.redeemed_by is not null))
union all
select 33, s.root_id, 'sale ' || s.no || ' is ' || s.state || ' and its code is ' || k.state
  from money.sale as s
  join contracts.code as k on k.order_id = s.root_id and k.sale_no = s.no
 where (s.state = 'lapsed') <> (k.state = 'expired') and s.state in ('unused', 'lapsed')
   and k.replaced_by is null;

-- 34. A spare unit is in one state and place, which its last move says; it is set aside for one case, which
-- has one, and what was set aside has not outlived its case.
select 34 as invariant, u.serial as root,
       'the unit is ' || u.state || ' at ' || coalesce(u.centre_id, 'no centre') || ' ' || u.shelf
         || ', and its last move says ' || coalesce(m.state, 'nothing') as detail
  from service.spare_unit as u
  left join service.stock_move as m on m.serial = u.serial and m.no = u.last_move
 where m.state is distinct from u.state
    -- What left stays written with the place it left.
    or (m.present = 1 and (m.model, m.region, m.grade, coalesce(m.centre_id, ''), m.shelf)
                            <> (u.model, u.region, u.grade, coalesce(u.centre_id, ''), u.shelf))
union all
select 34, min(for_device),
       'case ' || for_claim || ' has ' || count(*) || ' units: ' || string_agg(serial, ', ')
  from service.spare_unit
 where state in ('reserved', 'shipped') and for_device is not null
 group by for_device, for_claim
having count(*) > 1
union all
select 34, u.for_device, 'the unit ' || u.serial || ' is set aside for case ' || u.for_claim || ', which has '
         || coalesce(r.serial, 'none')
  from service.spare_unit as u
  left join service.reservation as r on r.device_id = u.for_device and r.claim_no = u.for_claim
 where u.state = 'reserved' and r.serial is distinct from u.serial
union all
select 34, c.device_id, 'case ' || c.no || ' is ' || c.state || ', and the unit ' || u.serial
         || ' is set aside for it'
  from service.spare_unit as u
  join claims.claim as c on c.device_id = u.for_device and c.no = u.for_claim
 where u.state = 'reserved'
   and (c.state not in ('paid', 'replaced', 'shipped', 'closed')
        -- What follows a shipment is a job of moments.
        or c.closed_at < coalesce((select at from platform.test_clock), now()) - interval '1 day');

-- 35. A level is the sum of its moves and never below nothing; moves of a unit are numbered without a gap,
-- say whether it is there, and each cause moves it once.
select 35 as invariant, serial as root,
       'moves are numbered ' || min(no) || ' to ' || max(no) || ', there are ' || count(*) as detail
  from service.stock_move
 group by serial
having min(no) <> 1 or max(no) <> count(*)
union all
select 35, m.serial, 'move ' || m.no || ' says ' || m.present || ' are there, and the sum is ' || m.level
  from (select serial, no, present, sum(delta) over (partition by serial order by no) as level
          from service.stock_move) as m
 where m.level <> m.present
union all
select 35, model, 'the level of ' || grade || ' in ' || region || ' is ' || sum(delta)
  from service.stock_move
 group by model, region, grade, centre_id, shelf
having sum(delta) < 0
union all
select 35, serial, 'the cause ' || cause || ' moved it ' || count(*) || ' times'
  from service.stock_move
 group by serial, cause, delta
having count(*) > 1
union all
select 35, u.serial, 'the unit has ' || u.last_move || ' moves, and ' || count(m.no) || ' are kept'
  from service.spare_unit as u
  left join service.stock_move as m on m.serial = u.serial
 group by u.serial, u.last_move
having count(m.no) <> u.last_move;

-- 36. Of each advance exchange that left, the old device is awaited, has come, was charged or was given up;
-- awaited by a day.
select 36 as invariant, c.device_id as root,
       'claim ' || c.no || ', ' || c.state || ', awaits its old device as '
         || coalesce(r.state, 'nobody knows') as detail
  from claims.claim as c
  left join claims.core_return as r on r.device_id = c.device_id and r.claim_no = c.no
 where c.hold_no is not null
   and (r.state is null
        or (c.state = 'shipped' and r.shipped_at is null)
        or (r.state = 'awaited' and c.state in ('closed', 'cancelled'))
        or (r.state = 'awaited' and r.shipped_at is not null and r.due_at is null));

-- 38. What was paid for has followed within the hour: the order, the step of the claim, the balance, the
-- contract or the word that its money is owed back.
select 38 as invariant, m.root_id as root,
       'charge ' || m.no || ' was captured at ' || m.closed_at || ' and its ' || m.purpose
         || ' has not followed' as detail
  from money.charge as m
 where m.state = 'captured'
   and m.closed_at < coalesce((select at from platform.test_clock), now()) - interval '1 hour'
   and case m.purpose
         when 'order' then exists (
           select from commerce.order as o where o.order_id = m.root_id and o.paid_at is null)
         when 'claim_fee' then exists (
           select from claims.claim as c
            where c.device_id = m.root_id and c.charge_no = m.no and c.state in ('inspected', 'chosen'))
         when 'top_up' then not exists (
           select from money.posting as p
             join money.account as a on a.account_id = p.credit_id and a.kind = 'reseller_balance'
            where p.root_id = m.root_id and p.charge_no = m.no)
         else not exists (
           select from contracts.renewal as r
            where r.device_id = m.root_id and r.charge_no = m.no and r.refund_due_at is not null)
           and not exists (
             select from contracts.contract as c
              where c.device_id = m.root_id and c.charge_no = m.no)
       end;

-- 39. No event was changed, dropped or moved: each hash follows from the one before it.
select 39 as invariant, root_id as root,
       'event ' || seq || ' does not follow from the one before it' as detail
  from (
    select *, coalesce(lag(hash) over (partition by root_id order by seq), ''::bytea) as before
      from platform.event) as chained
 where hash <> platform.event_hash(before, root_id, seq, type, at, actor, body);

-- 41. A contract that was passed on is held by whom it was passed on to last, since then. One transfer of it
-- is asked for at a time, and not beyond its days.
select 41 as invariant, t.device_id as root,
       'transfer ' || t.no || ' was agreed to at ' || t.ended_at || ', and contract ' || t.contract_no
         || ' is another''s, or another day''s' as detail
  from contracts.transfer as t
  join contracts.contract as c on c.device_id = t.device_id and c.no = t.contract_no
 where t.state = 'agreed' and (c.holder_id, c.held_from) is distinct from (t.to_id, t.ended_at)
   and not exists (
     select from contracts.transfer as later
      where later.device_id = t.device_id and later.contract_no = t.contract_no
        and later.state = 'agreed' and later.no > t.no)
union all
select 41, device_id, count(*) || ' transfers of contract ' || contract_no || ' wait for an answer'
  from contracts.transfer
 where state = 'asked'
 group by device_id, contract_no
having count(*) > 1
    or min(lapses_at) < coalesce((select at from platform.test_clock), now()) - interval '1 hour'
union all
select 41, c.device_id, 'contract ' || c.no || ' was passed on by nobody'
  from contracts.contract as c
 where c.held_from is not null
   and not exists (
     select from contracts.transfer as t
      where t.device_id = c.device_id and t.contract_no = c.no and t.state = 'agreed');

-- 42. A consent to renew by itself is of who has the contract, while that can still be renewed; one a device.
select 42 as invariant, a.device_id as root,
       'consent ' || a.no || ' goes on, and its holder has nothing that could be renewed' as detail
  from contracts.auto_renewal as a
 where a.ended_at is null
   and not exists (
     select from contracts.contract as c
      where c.device_id = a.device_id and c.no >= a.contract_no and c.holder_id = a.holder_id
        and c.state in ('active', 'exhausted', 'suspended', 'scheduled'))
   and not exists (
     select from contracts.renewal as r
       join money.charge as m on m.root_id = r.device_id and m.no = r.charge_no
      where r.device_id = a.device_id and m.state <> 'cancelled' and r.refund_due_at is null)
union all
select 42, device_id, count(*) || ' consents of one device go on'
  from contracts.auto_renewal
 where ended_at is null
 group by device_id
having count(*) > 1
union all
select 42, a.device_id, 'consent ' || a.no || ' was announced for a contract that is not there'
  from contracts.auto_renewal as a
 where a.announced_no is not null
   and not exists (
     select from contracts.contract as c
      where c.device_id = a.device_id and c.no = a.announced_no and c.no >= a.contract_no);

-- 43. Money that came to our bank was booked once, whole; given to a charge it was posted there, whole; sent
-- back, one refund does so; what was neither is the balance of `unallocated`. No payer has less than nothing
-- with us. What an invoice still brings is the balance of its receivable.
select 43 as invariant, c.credit_id as root,
       'credit ' || c.bank_id || ' of ' || c.amount_minor || ' is ' || c.state || ', was booked as '
         || coalesce(b.moved, 0) || ' and gave away ' || coalesce(g.moved, 0) as detail
  from money.bank_credit as c
  left join lateral (
    select sum(amount_minor) as moved from money.posting
     where root_id = c.credit_id and source = 'bank_credit/booked') as b on true
  left join lateral (
    select sum(p.amount_minor) as moved from money.posting as p
      join money.account as a on a.account_id = p.debit_id and a.kind = 'unallocated'
     where p.root_id = c.root_id and p.source = 'bank_credit/' || c.credit_id) as g on true
 where coalesce(b.moved, 0) <> c.amount_minor
    or coalesce(g.moved, 0) <> case c.state when 'assigned' then c.amount_minor else 0 end
union all
select 43, c.credit_id,
       'credit ' || c.bank_id || ' is ' || c.state || ' and ' || count(r.no) || ' refunds send it back'
  from money.bank_credit as c
  left join money.refund as r on r.root_id = c.credit_id and r.kind = 'credit' and r.state <> 'declined'
 group by c.credit_id, c.bank_id, c.state, c.amount_minor
having (count(r.no), coalesce(sum(r.amount_minor), 0))
    <> case c.state when 'returned' then (1::bigint, c.amount_minor::numeric) else (0::bigint, 0::numeric) end
union all
select 43, 'unallocated',
       coalesce(b.balance, 0) || ' ' || currency || ' belong to nothing, and the credits say '
         || coalesce(c.waiting, 0)
  from (
    select a.currency, sum(p.amount) as balance
      from money.account as a
      join (select credit_id as account_id, amount_minor as amount, source from money.posting
             union all
            select debit_id, -amount_minor, source from money.posting) as p using (account_id)
     where a.kind = 'unallocated' and (p.source like 'bank_credit/%' or p.source like 'refund/%')
     group by a.currency) as b
  full join (select currency, sum(amount_minor) as waiting from money.bank_credit
              where state in ('unallocated', 'paid_out') group by currency) as c using (currency)
 where coalesce(b.balance, 0) <> coalesce(c.waiting, 0)
union all
select 43, a.party, 'the payer has ' || sum(m.credit_minor - m.debit_minor) || ' ' || a.currency || ' with us'
  from money.account as a
  join money.account_month as m using (account_id)
 where a.kind = 'payer_balance'
 group by a.account_id, a.party, a.currency
having sum(m.credit_minor - m.debit_minor) < 0
union all
select 43, coalesce(r.root_id, b.party),
       'the invoice of charge ' || coalesce(r.charge_no::text, 'none') || ' brings '
         || coalesce(r.amount_minor - r.paid_minor, 0) || ', and the books say ' || coalesce(b.balance, 0)
  from money.receivable as r
  full join (
    select a.party, a.currency, sum(m.debit_minor - m.credit_minor) as balance
      from money.account as a
      join money.account_month as m using (account_id)
     where a.kind = 'receivable'
     group by a.party, a.currency) as b
    on b.party = 'chg_' || r.root_id || '_' || r.charge_no and b.currency = r.currency
 where coalesce(r.amount_minor - r.paid_minor, 0) <> coalesce(b.balance, 0);

-- 45. Goods that were paid for are owed, income or paid back, to the cent, by their line as by the books; a
-- captured line of goods has one such row, any other none.
select 45 as invariant, g.root_id as root,
       'goods of charge ' || g.charge_no || ' are owed ' || g.owed_minor || ' and brought ' || g.income_minor
         || ', and the books say ' || coalesce(p.owed, 0) || ' and ' || coalesce(p.income, 0) as detail
  from (select root_id, charge_no, sum(owed_minor) as owed_minor, sum(income_minor) as income_minor
          from money.goods group by root_id, charge_no) as g
  full join (
    select m.root_id, m.charge_no, sum(m.amount) filter (where a.kind = 'undelivered_goods') as owed,
           sum(m.amount) filter (where a.kind = 'goods_income') as income
      from (select root_id, charge_no, credit_id as account_id, amount_minor as amount from money.posting
             union all
            select root_id, charge_no, debit_id, -amount_minor from money.posting) as m
      join money.account as a using (account_id)
     where a.kind in ('undelivered_goods', 'goods_income')
     group by m.root_id, m.charge_no) as p using (root_id, charge_no)
 where coalesce(g.owed_minor, 0) <> coalesce(p.owed, 0)
    or coalesce(g.income_minor, 0) <> coalesce(p.income, 0)
union all
select 45, l.root_id,
       'line ' || l.no || ' of charge ' || l.charge_no || ', ' || l.kind || ', ' || c.state || ', has '
         || case when g.root_id is null then 'no goods' else 'goods of ' || g.net_minor end
  from money.charge_line as l
  join money.charge as c on c.root_id = l.root_id and c.no = l.charge_no
  left join money.goods as g
    on g.root_id = l.root_id and g.charge_no = l.charge_no and g.line_no = l.no
 where (g.root_id is not null) <> (c.state = 'captured' and l.kind in ('goods', 'delivery'))
    or g.net_minor <> l.net_minor or g.tax_minor <> l.tax_minor or g.quantity <> l.quantity
union all
select 45, g.root_id,
       'line ' || g.line_no || ' of charge ' || g.charge_no || ' gave back ' || g.refunded_minor || ' and '
         || g.refunded_tax_minor || ', and refunds say ' || r.net_minor || ' and ' || r.tax_minor
  from money.goods as g
 cross join lateral (
   select coalesce(sum(p.net_minor), 0) as net_minor, coalesce(sum(p.tax_minor), 0) as tax_minor
     from money.refund_line as p
     join money.refund as f on f.root_id = p.root_id and f.no = p.refund_no
    where p.root_id = g.root_id and f.charge_no = g.charge_no and p.line_no = g.line_no
      and p.goods_from is not null and f.state <> 'declined') as r
 where g.refunded_minor <> r.net_minor or g.refunded_tax_minor <> r.tax_minor;

-- 46. Goods are income exactly when a parcel with them has left, and leave once; an order is delivered when
-- all its parcels are, or were seen to.
select 46 as invariant, g.root_id as root,
       'line ' || g.line_no || ' of ' || g.quantity || ' owes ' || g.owed_quantity || ', had '
         || g.returned_quantity || ' back, and ' || coalesce(left_.pieces, 0) || ' have left' as detail
  from money.goods as g
  left join (
    select line.order_id, line.line_no, sum(line.quantity) as pieces
      from commerce.parcel_line as line
      join commerce.parcel as p on p.order_id = line.order_id and p.no = line.parcel_no
     where p.handed_over_at is not null and p.instead_of_no is null
     group by line.order_id, line.line_no) as left_
    on left_.order_id = g.root_id and left_.line_no = g.line_no
 where g.kind = 'goods' and exists (select from commerce.order as o where o.order_id = g.root_id)
   and (coalesce(left_.pieces, 0) > g.quantity - g.owed_quantity
        or coalesce(left_.pieces, 0) < g.quantity - g.owed_quantity - g.returned_quantity)
union all
select 46, p.order_id, 'parcel ' || p.no || ' is ' || p.state || ', and its order is delivered'
  from commerce.parcel as p
  join commerce.order as o on o.order_id = p.order_id
 where o.state = 'delivered'
   and (p.state in ('wanted', 'booked', 'handed_over')
        or (p.state in ('lost', 'returned') and p.settled is null));

-- 48. What a reseller has with us is the same by its row, which is locked to spend it, as by the books, and
-- never below its credit, but by what banks took back of its top-ups.
select 48 as invariant, coalesce(r.root_id, b.party) as root,
       'the balance is ' || coalesce(r.balance_minor, 0)
         || ' with a credit of ' || coalesce(r.credit_minor, 0)
         || ', and the books say ' || coalesce(b.balance, 0) as detail
  from money.reseller_account as r
  full join (
    select a.party, a.currency, sum(m.credit_minor - m.debit_minor) as balance
      from money.account as a
      join money.account_month as m using (account_id)
     where a.kind = 'reseller_balance'
     group by a.party, a.currency) as b
    on b.party = r.root_id and b.currency = r.currency
 where coalesce(r.balance_minor, 0) <> coalesce(b.balance, 0)
    or r.balance_minor < -r.credit_minor - r.taken_back_minor
    or r.taken_back_minor <> coalesce(
         (select sum(d.amount_minor) from money.dispute as d
           where d.root_id = r.root_id and d.currency = r.currency and d.state <> 'won'), 0);

-- 55. The numbers of a series of invoices begin with 1 and have no gap, up to the last that was given.
select 55 as invariant, coalesce(s.series || '-' || s.year, i.series || '-' || i.year) as root,
       'numbers up to ' || coalesce(s.last, 0) || ' were given, and ' || coalesce(i.given, 0)
         || ' invoices go up to ' || coalesce(i.highest, 0) as detail
  from commerce.invoice_series as s
  full join (
    select series, year, count(distinct number) as given, max(number) as highest
      from commerce.invoice group by series, year) as i
    on i.series = s.series and i.year = s.year
 where s.series is null or coalesce(i.given, 0) <> s.last or coalesce(i.highest, 0) <> s.last
union all
select 55, series || '-' || year, 'number ' || number || ' was given to ' || count(*)
  from commerce.invoice
 group by series, year, number
having count(*) > 1;

-- 56. An invoice is what its charge took, a credit note what its refund gives back, to the minor unit and
-- with the tax of their lines; what was printed comes to it. Credit notes take back no more than was billed,
-- and a refund that was agreed to an hour ago of what was billed has one.
select 56 as invariant, i.order_id as root,
       i.kind || ' ' || i.no || ' is of ' || i.net_minor || ' and ' || i.tax_minor || ', its lines say '
         || coalesce(m.net, 0) || ' and ' || coalesce(m.tax, 0) || ', printed are ' || p.net || ' and '
         || p.tax as detail
  from commerce.invoice as i
 cross join lateral (
   select sum(net) as net, sum(tax) as tax
     from (select net_minor as net, tax_minor as tax from money.charge_line as l
            where i.kind = 'invoice' and l.root_id = i.order_id and l.charge_no = i.charge_no
            union all
           select net_minor, tax_minor from money.refund_line as l
            where i.kind = 'credit_note' and l.root_id = i.order_id and l.refund_no = i.refund_no) as moved
 ) as m
 cross join lateral (
   select coalesce(sum((line ->> 'netMinor')::bigint), 0) as net,
          coalesce(sum((line ->> 'taxMinor')::bigint), 0) as tax
     from jsonb_array_elements(i.figures -> 'lines') as line) as p
 where (i.net_minor, i.tax_minor) is distinct from (m.net, m.tax)
    or i.net_minor <> p.net or i.tax_minor <> p.tax
union all
select 56, i.order_id, 'invoice ' || i.no || ' billed ' || i.net_minor + i.tax_minor
         || ' and its credit notes take back ' || sum(note.net_minor + note.tax_minor)
  from commerce.invoice as i
  join commerce.invoice as note on note.order_id = i.order_id and note.corrects = i.no
 where i.kind = 'invoice'
 group by i.order_id, i.no, i.net_minor, i.tax_minor
having sum(note.net_minor + note.tax_minor) > i.net_minor + i.tax_minor
union all
select 56, note.order_id, 'credit note ' || note.no || ' corrects what is no invoice of its charge'
  from commerce.invoice as note
  left join commerce.invoice as i
    on i.order_id = note.order_id and i.no = note.corrects and i.kind = 'invoice'
   and i.charge_no = note.charge_no
 where note.kind = 'credit_note' and i.no is null
union all
select 56, i.order_id, 'refund ' || f.no || ' of what invoice ' || i.no || ' billed has no credit note'
  from commerce.invoice as i
  join money.refund as f on f.root_id = i.order_id and f.charge_no = i.charge_no
   and f.kind in ('cancellation', 'return', 'goodwill') and f.state in ('approved', 'paid', 'failed')
 where i.kind = 'invoice'
   and coalesce(f.decided_at, f.requested_at)
         < coalesce((select at from platform.test_clock), now()) - interval '1 hour'
   and not exists (select from commerce.invoice as note
                    where note.order_id = i.order_id and note.refund_no = f.no);

-- 57. A claim has one appointment to come at the most. One that is to come, or is here, has every quarter of
-- an hour of its time at its bench; no quarter is taken by anything else than such an appointment or a block
-- that stands. (That no quarter is taken twice is its key.)
select 57 as invariant, device_id as root,
       'claim ' || claim_no || ' has ' || count(*) || ' live appointments' as detail
  from service.appointment
 where state in ('held', 'booked', 'arrived')
 group by device_id, claim_no
having count(*) > 1
union all
select 57, a.device_id, 'appointment ' || a.no || ' has ' || count(q.starts_at) || ' quarters of its time'
  from service.appointment as a
  left join service.bench_quarter as q
    on q.centre_id = a.centre_id and q.bench = a.bench and q.starts_at >= a.starts_at
   and q.starts_at < a.ends_at and q.device_id = a.device_id and q.appointment_no = a.no
 where a.state in ('held', 'booked', 'arrived')
 group by a.device_id, a.no, a.starts_at, a.ends_at
having count(q.starts_at) <> extract(epoch from a.ends_at - a.starts_at) / 900
union all
select 57, q.centre_id, 'bench ' || q.bench || ' is taken at ' || q.starts_at || ' by nothing that stands'
  from service.bench_quarter as q
 where not exists (select from service.appointment as a
                    where a.device_id = q.device_id and a.no = q.appointment_no
                      and a.state in ('held', 'booked', 'arrived') and a.centre_id = q.centre_id
                      and a.bench = q.bench and q.starts_at >= a.starts_at and q.starts_at < a.ends_at)
   and not exists (select from service.bench_block as b
                    where b.block_id = q.block_id and b.lifted_at is null and b.centre_id = q.centre_id
                      and b.bench = q.bench and q.starts_at >= b.starts_at and q.starts_at < b.ends_at)
union all
select 57, q.centre_id, 'bench ' || q.bench || ' is taken twice at ' || q.starts_at
  from service.bench_quarter as q
 group by q.centre_id, q.bench, q.starts_at
having count(*) > 1;

-- 58. What is kept of evidence has its original and its copy by their digests and a file of its own; a case
--     has no more than its places.
select 58 as invariant, e.device_id as root, 'evidence ' || e.no || ' is kept without its files' as detail
  from claims.evidence as e
 where e.state = 'kept' and (e.original_digest is null or e.shown_digest is null)
union all
select 58, min(e.device_id), count(*) || ' pieces have the file ' || e.file_name
  from claims.evidence as e
 group by e.file_name
having count(*) > 1
union all
select 58, e.device_id, e.belongs_to || ' ' || e.of_no || ' holds ' || count(*) || ' pieces'
  from claims.evidence as e
 where e.state in ('uploading', 'checking', 'kept')
 group by e.device_id, e.belongs_to, e.of_no
having count(*) > 60;

-- 59. A price is of a product there is. (No foreign key says so: it would lock the product with each price.)
select 59 as invariant, r.sku as root, 'a price of no product' as detail
  from catalogue.price as r
 where not exists (select from catalogue.product as p where p.sku = r.sku);

-- 60. How an appeal stands is the same by its case; nobody decides one who decided of its case before. What
-- was granted beyond the terms is on the sheet it was granted for, and what was taken by kindness was
-- granted.
select 60 as invariant, c.device_id as root,
       'case ' || c.no || ' is ' || coalesce(c.appeal, 'not contested') || ' and its newest appeal '
         || coalesce(a.state, 'not there') as detail
  from claims.claim as c
  left join lateral (
    select state from claims.appeal where device_id = c.device_id and claim_no = c.no
     order by no desc limit 1) as a on true
 where c.appeal is distinct from a.state
union all
select 60, a.device_id,
       'appeal ' || a.no || ' was decided by ' || a.decided_by || ', who had a part in its case'
  from claims.appeal as a
 where a.state in ('upheld', 'dismissed')
   and (exists (select from claims.decision as d
                 where d.device_id = a.device_id and d.claim_no = a.claim_no and d.actor = a.decided_by
                   and d.no <= a.decision_no)
     or exists (select from claims.override as o
                 where o.device_id = a.device_id and o.claim_no = a.claim_no
                   and a.decided_by in (o.asked_by, o.decided_by)
                   and coalesce(o.appeal_no, 0) <> a.no and o.asked_at < a.asked_at))
union all
select 60, o.device_id, 'override ' || o.no || ' is granted and not on the sheet of case ' || c.no
  from claims.override as o
  join claims.claim as c on c.device_id = o.device_id and c.no = o.claim_no
 where o.state = 'granted' and c.state in ('inspected', 'chosen')
   and not exists (
     select from json_array_elements(c.choices) as choice
      where choice ->> 'route' = 'goodwill' and (choice -> 'fee' ->> 'amount')::bigint <= o.fee_minor)
union all
select 60, c.device_id, 'case ' || c.no || ' goes on by an override that nobody granted'
  from claims.claim as c
  cross join lateral json_array_elements(c.choices) as choice
 where c.route = choice ->> 'route' and choice -> 'override' is not null
   and not exists (
     select from claims.override as o
      where o.device_id = c.device_id and o.claim_no = c.no and o.state = 'granted'
        and 'ovr_' || o.device_id || '_' || o.no = choice -> 'override' ->> 'id'
        and o.fee_minor = c.fee_minor);

-- 61. A device's row says what its newest version of the warranty says, and a beginning rests on a source of
-- its kind; an office's source has its proof.
select 61 as invariant, d.device_id as root,
       'the warranty ends at ' || coalesce(d.warranty_ends_at::text, 'no time') || ', and its record says '
         || coalesce(w.ends_at::text, 'none') as detail
  from contracts.device as d
  left join lateral (
    select ends_at from contracts.warranty as w
     where w.device_id = d.device_id and w.component = 'device' order by w.no desc limit 1) as w on true
 where d.warranty_ends_at is distinct from w.ends_at
union all
select 61, w.device_id, 'version ' || w.no || ' began by ' || w.basis || ' and rests on ' || s.what
  from contracts.warranty as w
  join contracts.warranty_source as s on s.device_id = w.device_id and s.no = w.source_no
 where w.kind = 'started' and (s.what <> w.basis or s.told_by = 'bench' or
                               (s.told_by = 'office' and s.proof is null));

-- 62. What suppliers owe by the books is what was sent and not answered, or accepted and not paid; money that
-- a supplier paid is that of the recoveries it paid. A recovery is of a case that is closed.
select 62 as invariant, coalesce(b.supplier, r.supplier) as root,
       'owes ' || coalesce(b.balance, 0) || ' ' || currency || ', and the recoveries come to '
         || coalesce(r.open, 0) as detail
  from (select a.party as supplier, a.currency, sum(m.debit_minor - m.credit_minor) as balance
          from money.account as a join money.account_month as m using (account_id)
         where a.kind = 'supplier_receivable' group by a.party, a.currency) as b
  full join (
    select supplier, currency,
           sum(case state when 'sent' then amount_minor else accepted_minor end) as open
      from service.recovery where state in ('sent', 'accepted', 'partly')
     group by supplier, currency) as r using (supplier, currency)
 where coalesce(b.balance, 0) <> coalesce(r.open, 0)
union all
select 62, c.credit_id, 'brought ' || c.amount_minor || ', and paid recoveries of ' || sum(r.accepted_minor)
  from service.recovery as r
  join money.bank_credit as c on c.credit_id = r.credit_id
 group by c.credit_id, c.amount_minor
having c.amount_minor <> sum(r.accepted_minor)
union all
select 62, r.device_id, 'recovery ' || r.no || ' is of a case that is ' || c.state
  from service.recovery as r
  join claims.claim as c on c.device_id = r.device_id and c.no = r.claim_no
 where c.state <> 'closed';

-- 63. Who was accepted was invited, once, and nobody is invited by a verification that was not. An invitation
--     that was taken was taken by a contract of its device, concluded within it; one that is open has no
--     other contract beside it. Nothing was decided of what was not looked at, nor accepted with what does
--     not fit.
select 63 as invariant, v.device_id as root,
       'verification ' || v.no || ' has ' || count(i.no) || ' invitations'
  from claims.verification as v
  left join contracts.invitation as i
    on i.device_id = v.device_id and i.subject = 'vrf_' || v.device_id || '_' || v.no
 group by v.device_id, v.no, v.state
having count(i.no) <> case when v.state = 'accepted' then 1 else 0 end
union all
select 63, i.device_id, 'invitation ' || i.no || ' was taken by no contract of its time'
  from contracts.invitation as i
 where i.state = 'taken' and not exists (
   select from contracts.contract as c
    where c.device_id = i.device_id and c.no = i.contract_no
      and c.concluded_at >= i.sent_at and c.concluded_at <= i.ends_at)
union all
select 63, i.device_id, 'invitation ' || i.no || ' is open beside a contract'
  from contracts.invitation as i
 where i.state = 'open' and exists (
   select from contracts.contract as c
    where c.device_id = i.device_id and c.state in ('active', 'scheduled'))
union all
select 63, v.device_id, 'verification ' || v.no || ' is ' || v.state || ' by nobody who looked'
  from claims.verification as v
 where v.state in ('accepted', 'refused', 'asked_again') and not exists (
   select from claims.verification_decision as d
    where d.device_id = v.device_id and d.verification_no = v.no and d.submission = v.submission
      and d.looked @> d.clips and (d.decision <> 'accept' or d.unfit = '{}')
      and d.decision = case v.state
            when 'accepted' then 'accept' when 'refused' then 'refuse' else 'ask_again' end);

-- 64. A mail that was taken is one message of its case, and a message that came by mail has its mail. What an
--     owner wrote before the bench's last word waits for no answer. A promise that runs has its three
--     deadlines, or has passed them.
select 64 as invariant, m.device_id as root, 'mail ' || m.mail_id || ' is taken and no message' as detail
  from claims.mail as m
 where m.state = 'taken' and not exists (
   select from claims.message as g
    where g.device_id = m.device_id and g.claim_no = m.claim_no and g.mail_id = m.mail_id)
union all
select 64, g.device_id, 'message ' || g.no || ' is of a mail that was not taken'
  from claims.message as g
 where g.mail_id is not null and not exists (
   select from claims.mail as m where m.mail_id = g.mail_id and m.state = 'taken')
union all
select 64, g.device_id, 'message ' || g.no || ' waits for an answer it has'
  from claims.message as g
 where g.side = 'owner' and g.answered_at is null and exists (
   select from claims.message as a
    where a.device_id = g.device_id and a.claim_no = g.claim_no and a.no > g.no and a.side = 'staff')
union all
select 64, k.device_id, 'clock ' || k.no || ' of case ' || k.claim_no || ' runs without ' || tier.kind
  from service.clock as k
 cross join lateral (values ('promise_warning', k.warned_at), ('promise_breach', k.broken_at),
                            ('promise_escalation', k.escalated_at)) as tier(kind, reached_at)
 where k.state = 'running' and tier.reached_at is null and not exists (
   select from platform.deadline as d
    where d.root_id = k.device_id and d.kind = tier.kind and d.key = k.claim_no || '/' || k.no
      and d.met_at is null);

-- 65. What was taken of a hold above what one person may take was asked for by one and agreed to by
--     another. A request that ended says by whom and when, at most one of a hold is open, and none is above
--     the hold.
select 65 as invariant, r.root_id as root,
       'request ' || r.no || ' of hold ' || r.hold_no || ' is ' || r.state || ' by '
         || coalesce(r.ended_by, 'nobody') as detail
  from money.capture_request as r
 where (r.state = 'open') <> (r.ended_by is null) or (r.state = 'open') <> (r.ended_at is null)
    or (r.state = 'approved' and r.ended_by = r.asked_by)
    or r.ended_at < r.asked_at
union all
select 65, r.root_id, 'hold ' || r.hold_no || ' has ' || count(*) || ' open requests'
  from money.capture_request as r
 where r.state = 'open'
 group by r.root_id, r.hold_no
having count(*) > 1
union all
select 65, r.root_id, 'request ' || r.no || ' is above hold ' || r.hold_no
  from money.capture_request as r
  join money.hold as h on h.root_id = r.root_id and h.no = r.hold_no
 where r.amount_minor > h.amount_minor;

-- 66. A tier of a promise that was reached, and clips nobody looked at in time, are told to somebody of ours,
--     or there is a reason why not: what waits has its hour, what is told stands in letters that are sent,
--     once to each who is told.
select 66 as invariant, e.root_id as root, e.type || ' of ' || about.subject || ' raised nothing' as detail
  from platform.event as e
  join (values ('PromiseNear', 'promise_near'), ('PromiseBroken', 'promise_broken'),
               ('PromiseEscalated', 'promise_escalated'), ('VerificationLate', 'verification_late'))
         as raised(type, kind) on raised.type = e.type
 cross join lateral (select coalesce(
         (e.body ->> 'claimNo') || '/' || (e.body ->> 'clockNo'),
         (e.body ->> 'verificationNo') || '/' || (e.body ->> 'submission')) as subject) as about
 where not exists (
   select from notices.alarm as a
    where a.root_id = e.root_id and a.kind = raised.kind and a.subject = about.subject)
   -- Its job may take a moment where it could not be done with it.
   and e.at < coalesce((select at from platform.test_clock), now()) - interval '3 hours'
union all
select 66, a.root_id, a.kind || ' of ' || a.subject || ' is ' || a.state || ', and no letters are due'
  from notices.alarm as a
 where a.state in ('waiting', 'unaddressed', 'paused') and not exists (
   select from platform.deadline as d where d.kind = 'alarm_letters' and d.met_at is null)
union all
select 66, a.root_id, a.kind || ' of ' || a.subject || ' stands in a letter that is not there'
  from notices.alarm as a
 cross join lateral unnest(a.letters) as named(letter)
 where not exists (
   select from notices.alarm_letter as l
     join platform.event as e on e.root_id = l.root_id and e.type = 'AlarmLetterMade'
    where l.root_id = named.letter
      and l.alarms @> jsonb_build_array(jsonb_build_object('rootId', a.root_id, 'kind', a.kind,
                                                           'subject', a.subject)))
union all
select 66, a.root_id,
       a.kind || ' of ' || a.subject || ' is told to ' || l.addressee || ' in ' || count(*) || ' letters'
  from notices.alarm as a
 cross join lateral unnest(a.letters) as named(letter)
  join notices.alarm_letter as l on l.root_id = named.letter
 group by a.root_id, a.kind, a.subject, l.addressee, l.centre_id, l.person_id
having count(*) > 1;
