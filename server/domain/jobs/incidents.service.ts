import type { Db } from '#server/db.ts'
import { type AlarmChannelName, channelsFor, configuredChannels } from './alarms.channels.ts'

export type Cause = {
  /** What it is about, e.g. "job-failed:send-alerts": at most one incident a key is open. */
  causeKey: string
  title: string
  /** For people outside of Palmetto too: no names, no addresses. */
  detail: string
  /** A path in the app that shows more. */
  href?: string
}

/**
 * Opens the cause's incident, or counts it once more when it is open. Its alarms are queued in the same statement,
 * so that of any number of raises at once exactly one tells people. A cause that is muted tells nobody.
 */
export async function raiseIncident(
  db: Db,
  { causeKey, title, detail, href = '/operations' }: Cause,
  channels: readonly AlarmChannelName[] = configuredChannels,
): Promise<{ id: string; opened: boolean }> {
  const [incident] = await db.$queryRaw<{ id: string; opened: boolean }[]>`
    WITH raised AS (
      INSERT INTO incident (cause_key, title, detail, href) VALUES (${causeKey}, ${title}, ${detail}, ${href})
      ON CONFLICT (cause_key) WHERE resolved_at IS NULL
      DO UPDATE SET count = incident.count + 1, last_seen_at = now(), detail = excluded.detail, href = excluded.href
      RETURNING id, count = 1 AS opened
    ), told AS (
      INSERT INTO incident_notice (incident_id, channel, moment)
      SELECT id, channel, 'opened' FROM raised, unnest(${channelsFor(causeKey, channels)}::text[]) AS channel
       WHERE opened AND NOT EXISTS (SELECT FROM alarm_mute WHERE cause_key = ${causeKey} AND until > now())
    )
    SELECT id, opened FROM raised`
  if (!incident) throw new Error(`The incident ${causeKey} was neither opened nor counted.`)
  return incident
}

/** Whether this cause has an open incident. */
export const isIncidentOpen = async (db: Db, causeKey: string): Promise<boolean> =>
  (await db.incident.count({ where: { causeKey, resolvedAt: null }, take: 1 })) > 0

/** Closes the cause's open incident, if there is one, and tells whoever was told that it opened. */
export async function resolveIncident(db: Db, causeKey: string): Promise<{ resolved: boolean }> {
  // Each run that ends well asks; an update of no row would still wake every page and every alarm channel.
  const open = await db.incident.findFirst({ where: { causeKey, resolvedAt: null }, select: { id: true } })
  if (!open) return { resolved: false }
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH resolved AS (
      UPDATE incident SET resolved_at = now() WHERE cause_key = ${causeKey} AND resolved_at IS NULL RETURNING id
    ), told AS (
      INSERT INTO incident_notice (incident_id, channel, moment)
      SELECT incident_id, channel, 'resolved' FROM incident_notice JOIN resolved ON resolved.id = incident_id
       WHERE moment = 'opened'
      ON CONFLICT DO NOTHING
    )
    SELECT id FROM resolved`
  return { resolved: rows.length > 0 }
}
