import { openAlarmChannels } from '#server/alarms.ts'
import type { RootDb } from '#server/db.ts'
import { sendNotices } from '#server/domain/jobs/alarms.service.ts'
import type { AlarmChannels } from '#server/domain/jobs/alarms.types.ts'
import { openLive } from '#server/live.ts'
import type { Log } from '#server/log.ts'
import { relayOutbox, type SendFacts } from '#server/outbox.ts'
import { onWakeUp } from '#server/wake-ups.ts'

type Options = { db: RootDb; databaseUrl: string; send: SendFacts; log: Log; channels?: AlarmChannels }

/** Who was just told to look need not be told again at once: what came meanwhile is told in one word. */
const NUDGE_REST_MS = 500

/** What leaves within a moment of its commit: facts to the executor, alarms to people. */
export async function startLiveRelay({ db, databaseUrl, send, log, channels = openAlarmChannels() }: Options) {
  const live = openLive(databaseUrl)
  const stops = [
    await onWakeUp({
      ...{ live, log, channel: 'palmetto_outbox', payloads: ['facts'] },
      work: () => relayOutbox({ db, send, only: 'facts' }),
    }),
    await onWakeUp({
      ...{ live, log, channel: 'palmetto_outbox', payloads: ['nudges'], restMs: NUDGE_REST_MS },
      work: () => relayOutbox({ db, send, only: 'nudges' }),
    }),
    await onWakeUp({
      live,
      log,
      channel: 'palmetto_live',
      payloads: ['incidents'],
      work: () => sendNotices({ db, channels, log }),
    }),
  ]
  return {
    async stop() {
      for (const stop of stops) await stop()
      await live.close()
    },
  }
}
