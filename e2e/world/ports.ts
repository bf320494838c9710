import { createServer } from 'node:net'

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

const tryPort = (port: number, host: string) =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(port, host, () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })

/** A port that was free a moment ago. */
export const freePort = (host = '127.0.0.1') => tryPort(0, host)

/** Refuses a taken port before anything is started, in words that say how to go on. `what` is "the inbox", `moveBy` is "INBOX_PORT=1081". */
export async function assertPortFree(port: number, what: string, moveBy: string, host = '127.0.0.1') {
  try {
    await tryPort(port, host)
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new Error(`Port ${port} is taken, and ${what} needs it. Stop what is using it, or move ${what}: ${moveBy}`)
  }
}
