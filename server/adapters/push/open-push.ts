import type { Env } from '#server/env.ts'
import { connectPush } from './push.ts'
import type { Push } from './push.types.ts'

type Settings = Pick<Env, 'VAPID_PUBLIC_KEY' | 'VAPID_PRIVATE_KEY' | 'VAPID_SUBJECT' | 'PUSH_SINK_URL'>

/** Undefined where no keys are set up. One a process: its breakers remember. */
export function openPush(settings: Settings): Push | undefined {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: subject } = settings
  if (!publicKey || !privateKey || !subject) return undefined
  return connectPush({ publicKey, privateKey, subject, sinkUrl: settings.PUSH_SINK_URL })
}
