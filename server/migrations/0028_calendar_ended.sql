-- When the address of a calendar was ended. Its hash stays, so that no form from before brings it back.
ALTER TABLE calendar_feed ADD COLUMN ended_at BIGINT;
