-- What sending a device back unrepaired costs is a line of its own.
alter table money.charge_line
  drop constraint charge_line_kind,
  add constraint charge_line_kind
    check (kind in ('plan', 'fee', 'send_back', 'goods', 'delivery', 'top_up'));
