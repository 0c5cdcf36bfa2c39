-- What was approved, asked and published, apart from what is typed or comes in after that.

-- Of everything that would be published when it was approved, but for when: the SHA-256 of it. An approval holds while it
-- is the same.
ALTER TABLE month_draft ADD COLUMN approved_digest TEXT;
-- What was approved before this was kept is to be approved anew: nobody can tell what it was of.
UPDATE month_draft SET approved_by = NULL, approved_at = NULL WHERE approved_at IS NOT NULL AND published_at IS NULL;

-- The threads that were listed when teams were asked for their view, as JSON; null where they were asked before this was
-- kept.
ALTER TABLE month_draft ADD COLUMN reply_asked TEXT;

-- What was asked, as the newest published version says it; null while none does. What a correction's draft says is beside it.
ALTER TABLE month_ask ADD COLUMN published_en TEXT;
ALTER TABLE month_ask ADD COLUMN published_cy TEXT;
UPDATE month_ask SET published_en = text_en, published_cy = text_cy
WHERE made_at <= (SELECT MAX(r.published_at) FROM month_record r
    WHERE r.organisation = month_ask.organisation AND r.month = month_ask.month);

-- What became of it, as the newest published version of the month that says so has it.
ALTER TABLE month_ask ADD COLUMN published_became_en TEXT;
ALTER TABLE month_ask ADD COLUMN published_became_cy TEXT;
ALTER TABLE month_ask ADD COLUMN published_became_month TEXT;
UPDATE month_ask SET published_became_en = became_en, published_became_cy = became_cy, published_became_month = became_month
WHERE EXISTS (SELECT 1 FROM month_record r
    WHERE r.organisation = month_ask.organisation AND r.month = month_ask.became_month);
