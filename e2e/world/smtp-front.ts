import { connect, createServer, type Socket } from 'node:net'

export type SmtpFront = {
  /** Every new mail is turned away with "try again later", as a server in trouble does. */
  refuse: (on: boolean) => void
  /** Takes the next `count` mails and then hangs up in silence: the sender can't know. */
  loseReplies: (count: number) => void
  stop: () => Promise<void>
}

/** A TCP front before a mail server, where a test can make trouble at the protocol's level. */
export async function startSmtpFront({ port, target }: { port: number; target: number }): Promise<SmtpFront> {
  let refusing = false
  let losses = 0
  const sockets = new Set<Socket>()

  const server = createServer((client) => {
    sockets.add(client)
    client.on('close', () => sockets.delete(client))
    client.on('error', () => client.destroy())
    if (refusing) return void client.end('421 4.3.2 The server is closing for maintenance\r\n')
    const upstream = connect(target, '127.0.0.1')
    upstream.on('error', () => client.destroy())
    upstream.on('close', () => client.destroy())
    client.on('close', () => upstream.destroy())
    let inContent = false
    let silent = false
    let tail = ''
    client.on('data', (chunk) => {
      if (refusing && !inContent) return void client.end('421 4.3.2 The server is closing for maintenance\r\n')
      tail = `${tail}${chunk.toString('latin1')}`.slice(-5)
      if (inContent && losses > 0 && tail === '\r\n.\r\n') {
        losses -= 1
        silent = true
      }
      upstream.write(chunk)
    })
    upstream.on('data', (chunk) => {
      const reply = chunk.toString('latin1')
      if (silent && reply.startsWith('250')) return void client.destroy()
      // Pipelined answers arrive together: 250 to RCPT and 354 to DATA in one piece.
      inContent = /^354/m.test(reply) || (inContent && !reply.startsWith('250'))
      client.write(chunk)
    })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    refuse: (on) => {
      refusing = on
    },
    loseReplies: (count) => {
      losses = count
    },
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
