-- A read row: how often one leader felt friction that is in a thread. A thread's row adds these up, so that friction felt
-- a hundred thousand times is not read again whenever it is felt once more. Kept by append.
CREATE TABLE thread_count (
    thread TEXT NOT NULL REFERENCES thread (id),
    author TEXT NOT NULL,               -- to count leaders with, never shown
    felt INTEGER NOT NULL,              -- how often; never 0
    slowed INTEGER NOT NULL,
    nearly INTEGER NOT NULL,
    stopped INTEGER NOT NULL,
    risk INTEGER NOT NULL,
    contacted_again INTEGER NOT NULL,
    unseen INTEGER NOT NULL,            -- how many of them nobody of the team has looked at
    PRIMARY KEY (thread, author)
);
CREATE INDEX thread_count_by_author ON thread_count (author);

INSERT INTO thread_count (thread, author, felt, slowed, nearly, stopped, risk, contacted_again, unseen)
SELECT f.thread, f.author, COUNT(*), SUM(CASE f.severity WHEN 'slowed' THEN 1 ELSE 0 END),
    SUM(CASE f.severity WHEN 'nearly' THEN 1 ELSE 0 END), SUM(CASE f.severity WHEN 'stopped' THEN 1 ELSE 0 END),
    SUM(f.risk), SUM(f.contacted_again), SUM(CASE WHEN s.friction IS NULL THEN 1 ELSE 0 END)
FROM friction_row f LEFT JOIN friction_seen s ON s.friction = f.id
WHERE f.thread IS NOT NULL GROUP BY f.thread, f.author;
