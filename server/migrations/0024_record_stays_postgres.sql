-- Here no row comes in the place of another: the keys refuse it.

-- A leader takes their words back. What a secretary, the board or a team wrote goes when its author is erased, and not
-- before.
CREATE FUNCTION month_said_is_its_authors() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.salt IS NOT NULL AND OLD.walk IS NULL
        AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = OLD.person AND p.erased_at IS NOT NULL) THEN
        RAISE EXCEPTION 'the words of a published month are taken back by their author';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER month_said_is_its_authors BEFORE UPDATE ON month_said
FOR EACH ROW EXECUTE FUNCTION month_said_is_its_authors();
