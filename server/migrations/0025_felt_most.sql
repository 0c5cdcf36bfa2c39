-- The places where friction was felt most in a month, without counting all of them: of these sums there is one part.
CREATE INDEX month_count_felt_most ON month_count (organisation, month, n DESC, value) WHERE measure = 'felt';
-- What waits at the boundaries of some tasks, without looking at all threads.
CREATE INDEX thread_by_task ON thread (organisation, task);
-- When friction was first felt at a place: one look each, whatever the months.
DROP INDEX friction_row_by_place;
CREATE INDEX friction_row_by_place ON friction_row (organisation, task, step, category, felt_at, month);
