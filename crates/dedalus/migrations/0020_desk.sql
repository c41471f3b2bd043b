-- The desk's common ground: numbers of receipts without a gap.

-- The last number given, for each channel and each year of the town's time zone. The row is locked by the writing turn that
-- takes the next one, and goes back with it when the turn is not kept: so no number is lost or given twice.
create table receipt_series (
  channel text not null,
  year integer not null,
  last integer not null constraint receipt_series_last_check check (last > 0),
  primary key (channel, year)
) strict;
