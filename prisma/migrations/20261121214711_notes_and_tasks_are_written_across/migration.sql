-- As contacts and saved searches: what is changed here is queued in the transaction that changes it.
CREATE TRIGGER note_is_written_across_new AFTER INSERT ON "note" FOR EACH ROW
  WHEN (current_setting('palmetto.writer', true) IS DISTINCT FROM 'legacy_sync')
  EXECUTE FUNCTION queue_legacy_write('notes');
CREATE TRIGGER note_is_written_across AFTER UPDATE ON "note" FOR EACH ROW
  WHEN (current_setting('palmetto.writer', true) IS DISTINCT FROM 'legacy_sync'
    AND (OLD."contact_id", OLD."author_id", OLD."text", OLD."pinned", OLD."removed_at")
        IS DISTINCT FROM
        (NEW."contact_id", NEW."author_id", NEW."text", NEW."pinned", NEW."removed_at"))
  EXECUTE FUNCTION queue_legacy_write('notes');
CREATE TRIGGER note_is_written_across_gone AFTER DELETE ON "note" FOR EACH ROW
  WHEN (current_setting('palmetto.writer', true) IS DISTINCT FROM 'legacy_sync')
  EXECUTE FUNCTION queue_legacy_write('notes');

CREATE TRIGGER task_is_written_across_new AFTER INSERT ON "task" FOR EACH ROW
  WHEN (current_setting('palmetto.writer', true) IS DISTINCT FROM 'legacy_sync')
  EXECUTE FUNCTION queue_legacy_write('tasks');
CREATE TRIGGER task_is_written_across AFTER UPDATE ON "task" FOR EACH ROW
  WHEN (current_setting('palmetto.writer', true) IS DISTINCT FROM 'legacy_sync'
    AND (OLD."contact_id", OLD."assignee_id", OLD."title", OLD."details", OLD."kind", OLD."priority", OLD."due_on", OLD."due_at", OLD."completed_at", OLD."removed_at")
        IS DISTINCT FROM
        (NEW."contact_id", NEW."assignee_id", NEW."title", NEW."details", NEW."kind", NEW."priority", NEW."due_on", NEW."due_at", NEW."completed_at", NEW."removed_at"))
  EXECUTE FUNCTION queue_legacy_write('tasks');
CREATE TRIGGER task_is_written_across_gone AFTER DELETE ON "task" FOR EACH ROW
  WHEN (current_setting('palmetto.writer', true) IS DISTINCT FROM 'legacy_sync')
  EXECUTE FUNCTION queue_legacy_write('tasks');
