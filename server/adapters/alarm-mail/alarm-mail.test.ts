import { createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { connectAlarmMail } from './alarm-mail.ts'

const alarm = {
  causeKey: 'job-failed:deliver-mails',
  moment: 'opened' as const,
  title: 'Mail delivery failed',
  detail: 'The mail server has not been answering.',
  url: 'http://localhost:3000/operations/runs/1',
  count: 1,
  openedAt: new Date('2026-11-21T15:00:00Z'),
  resolvedAt: null,
}

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** Just enough of an SMTP server: says yes to everything, and keeps what it was given. */
async function aMailServer({ silent = false } = {}) {
  const mails: string[] = []
  const server = createServer((socket) => {
    let content = ''
    let inContent = false
    closers.push(() => socket.destroy())
    if (silent) return
    socket.write('220 ready\r\n')
    socket.on('data', (chunk) => {
      if (inContent) {
        content += chunk
        if (!content.endsWith('\r\n.\r\n')) return
        inContent = false
        mails.push(content)
        return void socket.write('250 taken\r\n')
      }
      const command = chunk.toString().slice(0, 4).toUpperCase()
      if (command === 'DATA') inContent = true
      socket.write(command === 'DATA' ? '354 go on\r\n' : command === 'QUIT' ? '221 bye\r\n' : '250 fine\r\n')
    })
  })
  closers.push(() => server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  return { url: `smtp://127.0.0.1:${address.port}`, mails }
}

const people = { from: 'Palmetto <ops@palmetto.example>', to: 'oncall@palmetto.example' }

test('an alarm leaves as a plain text mail by its own server', async () => {
  const { url, mails } = await aMailServer()
  await connectAlarmMail({ url, ...people }).send(alarm)
  expect(mails).toHaveLength(1)
  expect(mails[0]).toContain('Subject: Needs attention: Mail delivery failed')
  expect(mails[0]).toContain('http://localhost:3000/operations/runs/1')
  expect(mails[0]).not.toContain('text/html')
})

test('a mail server that says nothing is given up on', async () => {
  const { url } = await aMailServer({ silent: true })
  await expect(connectAlarmMail({ url, ...people, timeoutMs: 100 }).send(alarm)).rejects.toThrow()
})
