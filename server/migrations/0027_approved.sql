-- What was approved, asked and published, apart from what is typed or comes in after that.

-- Of everything that would be published when it was approved, but for when: the SHA-256 of it. An approval holds while it
-- is the same.
ALTER TABLE month_draft ADD COLUMN approved_digest TEXT;

-- The threads that were listed when teams were asked for their view, as JSON; null where they were asked before this was
-- kept.
ALTER TABLE month_draft ADD COLUMN reply_asked TEXT;

-- What was asked, as the newest published version says it; null while none does. What a correction's draft says is beside it.
ALTER TABLE month_ask ADD COLUMN published_en TEXT;
ALTER TABLE month_ask ADD COLUMN published_cy TEXT;
UPDATE month_ask SET published_en = text_en, published_cy = text_cy
WHERE made_at <= (SELECT MAX(r.published_at) FROM month_record r
    WHERE r.organisation = month_ask.organisation AND r.month = month_ask.month);
