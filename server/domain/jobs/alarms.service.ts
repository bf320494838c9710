import type { RootDb } from '#server/db.ts'
import { env } from '#server/env.ts'
import type { Log } from '#server/log.ts'
import { withoutPersonalData } from '#server/privacy.words.ts'
import { type AlarmChannelName, alarmChannelNames, alarmFailed } from './alarms.channels.ts'
import type { Alarm, AlarmChannel, AlarmChannels } from './alarms.types.ts'
import { channelName } from './alarms.words.ts'
import { raiseIncident, resolveIncident } from './incidents.service.ts'

export type AlarmDeps = { db: RootDb; channels: AlarmChannels; log: Log; now?: () => Date }

const LEASE_MS = 60_000
const MAX_ATTEMPTS = 50
/** From this attempt on, the other channels tell that this one does not work. */
const TELL_AFTER = 3
const PATIENCE_MS = 15_000

type Notice = Omit<Alarm, 'url'> & { id: string; href: string | null; attempts: number }

/** The next notice of a channel. That something works again is told only after it was told that it broke. */
async function claim(db: RootDb, channel: AlarmChannelName, now: Date): Promise<Notice | undefined> {
  const [notice] = await db.$queryRaw<Notice[]>`
    WITH claimed AS (
      UPDATE incident_notice SET state = 'sending', attempts = attempts + 1,
             lease_until = ${new Date(now.getTime() + LEASE_MS)}
       WHERE id = (
         SELECT due.id FROM incident_notice due
          WHERE due.channel = ${channel} AND due.not_before <= ${now}
            AND (due.state = 'queued' OR (due.state = 'sending' AND due.lease_until < ${now}))
            AND (due.moment = 'opened' OR NOT EXISTS (
                  SELECT 1 FROM incident_notice first WHERE first.incident_id = due.incident_id
                     AND first.channel = due.channel AND first.moment = 'opened' AND first.state IN ('queued', 'sending')))
          ORDER BY due.id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, incident_id, moment, attempts)
    SELECT claimed.id, moment, attempts, cause_key AS "causeKey", title, detail, href, count,
           opened_at AS "openedAt", resolved_at AS "resolvedAt",
           (SELECT reply FROM incident_notice first WHERE first.incident_id = claimed.incident_id
               AND first.channel = ${channel} AND first.moment = 'opened' AND claimed.moment = 'resolved') AS "openedReply"
      FROM claimed JOIN incident ON incident.id = claimed.incident_id`
  return notice
}

/** A channel that neither answers nor fails must not hold the others, nor its own lease, for ever. */
async function sendInTime(channel: AlarmChannel, alarm: Alarm): Promise<string> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${PATIENCE_MS / 1_000} seconds`)), PATIENCE_MS)
  })
  return Promise.race([channel.send(alarm), late]).finally(() => clearTimeout(timer))
}

async function drain({ db, channels, log, now = () => new Date() }: AlarmDeps, name: AlarmChannelName) {
  const channel = channels[name]
  const told = { sent: 0, failed: 0 }
  if (!channel) return told
  for (let notice = await claim(db, name, now()); notice; notice = await claim(db, name, now())) {
    const { id, attempts, href, ...alarm } = notice
    try {
      const reply = await sendInTime(channel, { ...alarm, url: `${env.APP_URL}${href ?? '/operations'}` })
      await db.incidentNotice.update({
        where: { id },
        data: { state: 'sent', sentAt: now(), leaseUntil: null, lastError: null, reply: reply.slice(0, 500) },
      })
      await resolveIncident(db, alarmFailed(name))
      told.sent += 1
    } catch (error) {
      const lastError = withoutPersonalData(error instanceof Error ? error.message : String(error)).slice(0, 500)
      log.warn(
        { channel: name, incident: alarm.causeKey, attempts },
        'An alarm could not be sent; it will be tried again.',
      )
      const notBefore = new Date(now().getTime() + Math.min(300, 2 ** attempts) * 1_000)
      const state = attempts >= MAX_ATTEMPTS ? 'failed' : 'queued'
      await db.incidentNotice.update({ where: { id }, data: { state, lastError, notBefore, leaseUntil: null } })
      if (attempts >= TELL_AFTER) await tellOthers(db, channels, name, lastError)
      told.failed += 1
    }
  }
  return told
}

async function tellOthers(db: RootDb, channels: AlarmChannels, name: AlarmChannelName, lastError: string) {
  const causeKey = alarmFailed(name)
  const open = await db.incident.findFirst({ where: { causeKey, resolvedAt: null }, select: { id: true } })
  if (open) return
  const others = alarmChannelNames.filter((other) => channels[other])
  const title = `Alarms don't reach ${name === 'mail' ? 'the ' : ''}${channelName(name)}`
  await raiseIncident(db, { causeKey, title, detail: lastError }, others)
}

/**
 * Sends the alarms that are due. Worker and web both do, because each may be the one that is dead. Leases keep them
 * from sending one twice; after a crash between sending and noting it, an alarm may arrive a second time.
 */
export async function sendNotices(deps: AlarmDeps): Promise<{ sent: number; failed: number }> {
  const told = await Promise.all(alarmChannelNames.map((name) => drain(deps, name)))
  return {
    sent: told.reduce((sum, { sent }) => sum + sent, 0),
    failed: told.reduce((sum, { failed }) => sum + failed, 0),
  }
}
