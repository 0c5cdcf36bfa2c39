-- REPLACE takes a row away without asking the triggers that refuse to delete it. So no row comes in the place of another.

CREATE TRIGGER month_record_is_not_replaced BEFORE INSERT ON month_record
WHEN EXISTS (SELECT 1 FROM month_record r WHERE r.rowid = NEW.rowid OR r.organisation = NEW.organisation
    AND (r.sequence = NEW.sequence OR r.month = NEW.month AND r.version = NEW.version))
BEGIN SELECT RAISE(ABORT, 'a published month is not changed'); END;
CREATE TRIGGER month_said_is_not_replaced BEFORE INSERT ON month_said
WHEN EXISTS (SELECT 1 FROM month_said s WHERE s.rowid = NEW.rowid OR s.organisation = NEW.organisation
    AND s.sequence = NEW.sequence AND s.position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'the words of a published month are only taken back'); END;
CREATE TRIGGER month_walk_is_not_replaced BEFORE INSERT ON month_walk
WHEN EXISTS (SELECT 1 FROM month_walk w WHERE w.rowid = NEW.rowid OR w.organisation = NEW.organisation
    AND w.sequence = NEW.sequence AND w.walk = NEW.walk)
BEGIN SELECT RAISE(ABORT, 'the walks of a published month are only forgotten'); END;

-- A leader takes their words back. What a secretary, the board or a team wrote goes when its author is erased, and not
-- before.
CREATE TRIGGER month_said_is_its_authors BEFORE UPDATE ON month_said
WHEN NEW.rowid <> OLD.rowid OR OLD.salt IS NOT NULL AND OLD.walk IS NULL
    AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = OLD.person AND p.erased_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'the words of a published month are taken back by their author'); END;
