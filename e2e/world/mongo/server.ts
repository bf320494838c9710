import { setTimeout as sleep } from 'node:timers/promises'
import { countOf } from './arguments.ts'
import type { Peer } from './command.ts'
import { adminCommands } from './commands.admin.ts'
import { readCommands } from './commands.read.ts'
import { writeCommands } from './commands.write.ts'
import { PeerError } from './errors.ts'
import type { Doc } from './values.ts'

/** An answer, or what happens to the connection instead. */
export type Outcome = { reply: Doc } | 'close' | 'silence'

const commands = new Map(
  Object.entries({ ...adminCommands, ...readCommands, ...writeCommands }).map(([name, run]) => [
    name.toLowerCase(),
    run,
  ]),
)

function execute(peer: Peer, name: string, command: Doc, database: string): Doc {
  const run = commands.get(name.toLowerCase())
  try {
    // A 3.6 server doesn't know `hello`; drivers then fall back to `isMaster`.
    if (!run) throw new PeerError(59, `no such command: '${name}'`)
    const result = run(peer, { ...command, [canonical(name)]: command[name] }, database)
    return { ...result, ok: 1 }
  } catch (error) {
    if (error instanceof PeerError) return error.toReply()
    throw error
  } finally {
    peer.store.save()
  }
}

// `findandmodify` and `findAndModify` are one command.
const canonical = (name: string) => (name.toLowerCase() === 'findandmodify' ? 'findAndModify' : name)

const timedOut = () => ({ reply: new PeerError(50, 'operation exceeded time limit').toReply() })

/** Runs one command, with the fault that was ordered for it. */
export async function answer(peer: Peer, command: Doc, database: string): Promise<Outcome> {
  const name = Object.keys(command)[0] ?? ''
  const fault = peer.faults.take(name, command)
  if (fault && 'close' in fault) return 'close'
  if (fault && 'code' in fault)
    return { reply: new PeerError(fault.code, fault.message ?? `ordered failure of ${name}`).toReply() }
  if (fault && 'delayMs' in fault) {
    const maxTimeMS = countOf(command.maxTimeMS, 0)
    const isTooLong = maxTimeMS > 0 && maxTimeMS < fault.delayMs
    await sleep(isTooLong ? maxTimeMS : fault.delayMs)
    if (isTooLong) return timedOut()
  }
  const reply = execute(peer, name, command, database)
  if (fault && 'closeAfter' in fault) return 'close'
  return fault && 'loseReply' in fault ? 'silence' : { reply }
}
