-- While the world outside is not matched, a parcel is written down only if its carrier tells of it.
create index report_line_parcel on money.report_line (reference) where kind = 'carrier';
