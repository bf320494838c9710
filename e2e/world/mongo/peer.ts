import { createServer, type Socket } from 'node:net'
import type { Peer } from './command.ts'
import { Cursors } from './cursors.ts'
import { type Fault, Faults } from './faults.ts'
import { answer } from './server.ts'
import { Store } from './store.ts'
import { formatReply, MessageReader, parseMessage } from './wire.ts'

type Options = {
  port: number
  host?: string
  /** Journal of all writes; without it nothing survives a stop. */
  dataFile?: string
  /** The server's own clock, as `hello` and `serverStatus` tell it. */
  now?: () => Date
}

export type MongoPeer = {
  url: string
  port: number
  /** Orders trouble for the next calls of these commands; returns a function that takes it back. */
  fail: (commands: string | string[], fault: Fault) => () => void
  heal: () => void
  openCursors: () => number
  stop: () => Promise<void>
}

function converse(socket: Socket, peer: Peer): void {
  const reader = new MessageReader()
  let last = Promise.resolve()
  const handle = async (message: Buffer) => {
    const request = parseMessage(message)
    const outcome = await answer(peer, request.command, request.database)
    if (outcome === 'close') socket.destroy()
    else if (outcome !== 'silence' && request.wantsReply && socket.writable)
      socket.write(formatReply(request, outcome.reply))
  }
  const hangUp = () => {
    socket.destroy()
  }
  socket.setNoDelay(true)
  socket.on('error', hangUp)
  socket.on('data', (bytes: Buffer) => {
    try {
      // One connection's commands are answered in turn, as a server thread would.
      for (const message of reader.read(bytes)) last = last.then(() => handle(message)).catch(hangUp)
    } catch {
      hangUp()
    }
  })
}

/** Plays an old MongoDB 3.6 over TCP, well enough for the official driver to read and write what the brokerage's old site did. */
export async function startMongoPeer({ port, host = '127.0.0.1', dataFile, now = () => new Date() }: Options) {
  const peer: Peer = { store: new Store(dataFile), cursors: new Cursors(), faults: new Faults(), now }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    converse(socket, peer)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const bound = address && typeof address === 'object' ? address.port : port
  const running: MongoPeer = {
    url: `mongodb://${host}:${bound}/?directConnection=true&retryWrites=false`,
    port: bound,
    fail: (commands, fault) => peer.faults.add(commands, fault),
    heal: () => peer.faults.clear(),
    openCursors: () => peer.cursors.size,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      peer.store.close()
    },
  }
  return running
}
