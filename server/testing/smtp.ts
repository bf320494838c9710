import { createServer, type Socket } from 'node:net'
import { freePort } from '#world/ports.ts'

export type ReceivedMail = { to: string; messageId: string; raw: string }

/** What the server does with the next mail it is offered. `lose-reply` takes the mail and then hangs up in silence. */
export type SmtpMood = 'accept' | 'refuse-recipient' | 'busy' | 'hang-up-before-data' | 'lose-reply'

const headerOf = (raw: string, name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(raw)?.[1]?.trim() ?? ''

/** A mail server with moods, at the protocol's level: one mood a mail, then `accept` again. */
export async function startSmtpServer() {
  const received: ReceivedMail[] = []
  const moods: SmtpMood[] = []
  const sockets = new Set<Socket>()

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    const say = (line: string) => socket.write(`${line}\r\n`)
    let to = ''
    let data: string[] | null = null
    let mood: SmtpMood = 'accept'
    let rest = ''
    say('220 test server')

    const takeMail = (raw: string) => {
      received.push({ to, raw, messageId: headerOf(raw, 'Message-ID') })
      if (mood === 'lose-reply') return void socket.destroy()
      say('250 taken')
    }
    const obey = (line: string) => {
      const verb = line.split(/[ :]/)[0]?.toUpperCase()
      if (verb === 'EHLO' || verb === 'HELO') return say('250 hello')
      if (verb === 'MAIL') {
        mood = moods.shift() ?? 'accept'
        return say(mood === 'busy' ? '451 try again later' : '250 ok')
      }
      if (verb === 'RCPT') {
        to = /<(.*)>/.exec(line)?.[1] ?? ''
        return say(mood === 'refuse-recipient' ? '550 5.1.1 no such mailbox' : '250 ok')
      }
      if (verb === 'DATA') {
        if (mood === 'hang-up-before-data') return void socket.destroy()
        data = []
        return say('354 go on')
      }
      if (verb === 'QUIT') return void socket.end('221 bye\r\n')
      return say('250 ok')
    }
    socket.on('data', (chunk) => {
      const lines = `${rest}${chunk.toString('utf8')}`.split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (data === null) obey(line)
        else if (line === '.') {
          const raw = data.join('\r\n')
          data = null
          takeMail(raw)
        } else data.push(line)
      }
    })
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    /** Moods of the next mails, in order. */
    expect: (...next: SmtpMood[]) => void moods.push(...next),
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
