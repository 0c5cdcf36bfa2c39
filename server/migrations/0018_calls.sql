-- Calls go one after another to each system, and to several systems at once: the next of each is found by this.

CREATE INDEX outbox_by_hook ON outbox (hook, done_at, due_at, made_at, id);
