import type { Cursors } from './cursors.ts'
import type { Faults } from './faults.ts'
import type { Store } from './store.ts'
import type { Doc } from './values.ts'

/** What the commands work on. */
export type Peer = { store: Store; cursors: Cursors; faults: Faults; now: () => Date }

/** Commands by name. Each gives the fields of its answer, or throws a `PeerError`. */
export type Commands = Record<string, (peer: Peer, command: Doc, database: string) => Doc>
