-- What a carrier has booked is given up with it when its parcel is cancelled: a try like that to book it.
-- `key` is of the booking that is given up.
alter table commerce.parcel_attempt add column what text not null default 'book';
alter table commerce.parcel_attempt
  add constraint parcel_attempt_what check (what in ('book', 'cancel'));

-- A carrier may have a parcel that was cancelled all the same: a person sees to it.
alter table commerce.parcel drop constraint parcel_settled;
alter table commerce.parcel add constraint parcel_settled
  check (settled is null
         or (settled in ('sent_again', 'paid_back') and state in ('lost', 'returned'))
         or (settled = 'seen_to' and state = 'cancelled'));

-- The carrier for tests gives a booking up, unless its van has the parcel.
alter table commerce.test_parcel add column cancelled_at timestamptz, add column collected_at timestamptz;
alter table commerce.test_parcel
  add constraint test_parcel_given_up check (cancelled_at is null or collected_at is null);
grant update (cancelled_at, collected_at) on commerce.test_parcel to evermend_app;
