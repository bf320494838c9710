import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from './ports.ts'
import { startProcess, waitForAddress } from './processes.ts'
import { type SmtpFront, startSmtpFront } from './smtp-front.ts'

export type InboxMessage = { id: string; to: string; subject: string; text: string; html: string; messageId: string }

export type Inbox = Pick<SmtpFront, 'refuse' | 'loseReplies'> & {
  /** The inbox as a web page. */
  url: string
  messages: () => Promise<InboxMessage[]>
  stop: () => Promise<void>
}

type Options = {
  smtpPort: number
  /** A second door to the same inbox, for alarms: trouble at the first does not touch it. */
  alarmSmtpPort: number
  webPort: number
  dataDir: string
}

type Stored = {
  id: string
  to?: { address: string }[]
  subject?: string
  text?: string
  html?: string
  messageId?: string
}

/** A real SMTP inbox with a web page. Mails stay in `dataDir` over a restart. */
export async function startInbox({ smtpPort, alarmSmtpPort, webPort, dataDir }: Options): Promise<Inbox> {
  const inside = await freePort()
  const folder = join(dataDir, 'inbox')
  await mkdir(folder, { recursive: true })
  const logFile = join(dataDir, 'logs', 'inbox.log')
  const maildev = join(process.cwd(), 'node_modules', '.bin', 'maildev')
  const options = ['--smtp', String(inside), '--web', String(webPort), '--ip', '127.0.0.1', '--mail-directory', folder]
  const server = await startProcess({ command: [maildev, ...options], env: {}, logFile })
  const url = `http://localhost:${webPort}`
  await waitForAddress({ what: 'The mail inbox', url: `${url}/healthz`, process: server, timeoutMs: 20_000, logFile })
  const front = await startSmtpFront({ port: smtpPort, target: inside })
  const alarmFront = await startSmtpFront({ port: alarmSmtpPort, target: inside })

  const messages = async () => {
    const stored: Stored[] = await (await fetch(`${url}/email`)).json()
    return stored.map(({ id, to, subject = '', text = '', html = '', messageId = '' }) => ({
      ...{ id, subject, text, html, messageId },
      to: to?.[0]?.address ?? '',
    }))
  }
  const stop = async () => {
    await Promise.all([front.stop(), alarmFront.stop()])
    await server.stop()
  }
  return { url, messages, stop, refuse: front.refuse, loseReplies: front.loseReplies }
}
