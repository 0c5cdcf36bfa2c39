-- How often a leader felt friction at a place in all: the sum of the months, kept beside them under no month. What was
-- felt until the end of a month is that without the few months after it.
INSERT INTO month_count (organisation, measure, place, month, value, part, n)
SELECT organisation, measure, place, '', value, 0, CAST(SUM(n) AS BIGINT) FROM month_count
WHERE measure = 'felt_by' GROUP BY organisation, measure, place, value;
-- What is part of something else, without looking at all threads.
CREATE INDEX thread_joined ON thread (organisation) WHERE merged_into IS NOT NULL;
