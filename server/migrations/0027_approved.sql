-- What was approved, and whom teams were asked about: so that what comes in after that is seen.

-- Of everything that would be published when it was approved, but for when: the SHA-256 of it. An approval holds while it
-- is the same.
ALTER TABLE month_draft ADD COLUMN approved_digest TEXT;
