import type { Db } from '#server/db.ts'
import type { Day } from './pairs.ts'

/** A gap between two runs of theirs is one run too long when it lasts so many times as long as most. */
const TOO_LONG = 1.5
/** One home that is missing in a gap may be just missed; several of them are a run that was not. */
const LEAST_HOMES = 2

/**
 * Names the runs that the old engine skipped: it wrote to nobody for longer than it ever pauses, and of what happened in
 * the first part of that silence it told nobody at all. Runs are minutes in which their log has mails.
 */
export async function nameSkippedRuns(tx: Db, day: string, { from, to }: Day): Promise<number> {
  return tx.$executeRaw`
    WITH run AS (
      SELECT date_trunc('minute', sent_at) AS at FROM legacy_sent_alert
       WHERE sent_at >= ${from}::timestamptz - interval '3 days' AND sent_at < ${to}::timestamptz + interval '1 day'
       GROUP BY 1
      UNION ALL
      -- It has not written since: the silence lasts until now.
      SELECT ${to}::timestamptz WHERE NOT EXISTS (
        SELECT FROM legacy_sent_alert WHERE sent_at >= ${to} AND sent_at < ${to}::timestamptz + interval '1 day')
    ), gap AS (
      SELECT lag(at) OVER (ORDER BY at) AS began, at AS ended FROM run
    ), pace AS (
      SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ended - began)) AS seconds
        FROM gap WHERE began IS NOT NULL
    ), silence AS (
      SELECT began, ended, ended - pace.seconds * interval '1 second' AS skipped_until
        FROM gap, pace WHERE extract(epoch FROM ended - began) >= ${TOO_LONG}::float8 * pace.seconds
    ), missed AS (
      SELECT d.id, d.home, silence.began
        FROM legacy_shadow_difference d
        JOIN silence ON d.happened_at > silence.began AND d.happened_at <= silence.skipped_until + interval '1 minute'
       WHERE d.day = ${day}::date AND d.cause = 'theirs_missed'
         AND NOT EXISTS (
           SELECT FROM legacy_record r
             JOIN legacy_sent_alert a ON a.listing_source_ids @> ARRAY[r.source_id]
              AND a.sent_at >= silence.began AND a.sent_at < silence.ended + interval '1 hour'
            WHERE r.stream = 'listings' AND r.target_id = d.listing_id)
    )
    UPDATE legacy_shadow_difference d SET cause = 'theirs_skipped_run',
           evidence = d.evidence || jsonb_build_object('note', 'they wrote to nobody from '
             || to_char(missed.began AT TIME ZONE 'America/New_York', 'HH24:MI') || ' on for longer than they ever pause')
      FROM missed
     WHERE d.id = missed.id AND missed.began IN (
       SELECT began FROM missed GROUP BY began HAVING count(DISTINCT home) >= ${LEAST_HOMES}::int)`
}
