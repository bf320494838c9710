import { startMongoPeer } from '#world/mongo/peer.ts'

// The old system on a process of its own: what it costs is not what the sync costs.
const peer = await startMongoPeer({ port: Number(process.argv[2]) })
process.stdout.write('ready\n')
process.once('SIGTERM', () => void peer.stop().then(() => process.exit(0)))
