import { createTransport } from 'nodemailer'
import { parseSmtpUrl } from '#server/adapters/mail/smtp-session.ts'
import type { AlarmChannel } from '#server/domain/jobs/alarms.types.ts'
import { alarmText, alarmTitle, isDrillAlarm } from '#server/domain/jobs/alarms.words.ts'

type Options = { url: string; from: string; to: string; timeoutMs?: number }

/** Alarms as plain text mails, by a server of their own. One connection an alarm: there are few, and none may hang. */
export function connectAlarmMail({ url, from, to, timeoutMs = 10_000 }: Options): AlarmChannel {
  const { host, port, secure, user, password } = parseSmtpUrl(url)
  const transport = createTransport({
    host,
    port,
    secure,
    ...(user ? { auth: { user, pass: password ?? '' } } : {}),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  })
  return {
    async send(alarm) {
      const headers = { 'Auto-Submitted': 'auto-generated' }
      const priority = isDrillAlarm(alarm) ? 'low' : 'normal'
      const mail = { from, to, headers, priority, subject: alarmTitle(alarm), text: alarmText(alarm) } as const
      const { response } = await transport.sendMail(mail)
      return response
    },
  }
}
