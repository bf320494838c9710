import { connect, createServer, type Socket } from 'node:net'
import { freePort } from '#world/ports.ts'

/** A TCP front before PostgreSQL that counts what is said to it: what costs no statement says nothing. */
export async function startCountingFront(databaseUrl: string) {
  const target = new URL(databaseUrl)
  const port = await freePort()
  const sockets = new Set<Socket>()
  let said = 0
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    sockets.add(client)
    client.on('data', () => {
      said += 1
    })
    client.on('error', () => upstream.destroy())
    upstream.on('error', () => client.destroy())
    client.pipe(upstream).pipe(client)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const url = Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: String(port) })
  // By its socket the database would be reached past this front.
  url.searchParams.delete('host')
  return {
    url: url.href,
    /** How often somebody has spoken to the database so far. */
    said: () => said,
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
