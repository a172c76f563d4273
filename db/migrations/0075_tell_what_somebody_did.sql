-- Somebody's day at the bench is told from what they did: each of these finds it by who did it and when.
create index intake_by_actor on service.intake (actor, at);
create index inspection_by_actor on service.inspection (actor, at);
create index swap_by_actor on service.swap (actor, at);
create index shipment_by_actor on service.shipment (actor, at);
