-- Whoever looks for something at a desk knows a piece of it: the beginning or the end of a serial, the last
-- four of a code, the number of a parcel, half a name. Each is found by an index of its own, so that a search
-- reads a few rows however many there are.

-- Ordered as the bytes are, whatever the language of the database, so that a beginning is a range.
create index serial_by_start on contracts.serial_index (serial collate "C");
create index serial_by_end on contracts.serial_index (reverse(serial) collate "C");
create index code_by_last4 on contracts.code (last4);

create index person_words on identity.person using gin (catalogue.plain(name || ' ' || email) gin_trgm_ops);
create index claim_by_reporter on claims.claim (reporter_id);

create index sending_by_tracking on service.sending (upper(tracking)) where tracking is not null;
create index shipment_by_tracking on service.shipment (upper(tracking));
create index parcel_by_tracking on commerce.parcel (upper(tracking)) where tracking is not null;
create index stray_by_tracking on service.stray_parcel (upper(tracking)) where tracking is not null;
create index stray_by_place on service.stray_parcel (upper(place)) where state = 'kept';
create index order_by_purchase_order on commerce.order (upper(purchase_order))
 where purchase_order is not null;
create index shop_order_by_number on commerce.shop_sale (upper(shop_order));
