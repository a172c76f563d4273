-- The unit that a device is given takes over the plan at the moment its terms name: at the scan, when its
-- parcel leaves, when it has arrived, or when nothing is awaited back. Until then it is written here, and its
-- serial is nobody else's.
alter table contracts.device
  add next_serial text,
  add next_moves text,
  add constraint device_next check ((next_serial is null) = (next_moves is null)),
  add constraint device_next_moves check (next_moves in ('shipment', 'delivery', 'return')),
  add constraint device_next_differs check (next_serial <> serial);
