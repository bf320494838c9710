import { Int32 } from 'bson'
import { docOf, docsOf, optionalDoc } from './arguments.ts'
import type { Commands, Peer } from './command.ts'
import { PeerError } from './errors.ts'
import { matches } from './match.ts'
import { sortKeysOf } from './sort.ts'
import type { Doc } from './values.ts'

const VERSION = '3.6.23'
/** MongoDB 3.6, the oldest that the pinned driver reaches. */
const WIRE_VERSION = 6
const INDEX_OPTIONS = ['key', 'name', 'v', 'ns', 'background']

const hello = (peer: Peer): Doc => ({
  ismaster: true,
  maxBsonObjectSize: new Int32(16 * 1024 * 1024),
  maxMessageSizeBytes: new Int32(48_000_000),
  maxWriteBatchSize: new Int32(100_000),
  localTime: peer.now(),
  logicalSessionTimeoutMinutes: new Int32(30),
  minWireVersion: new Int32(0),
  maxWireVersion: new Int32(WIRE_VERSION),
  readOnly: false,
})

export const adminCommands: Commands = {
  isMaster: hello,
  ismaster: hello,
  ping: () => ({}),
  endSessions: () => ({}),
  buildInfo: () => ({ version: VERSION, versionArray: [3, 6, 23, 0], gitVersion: 'legacy-peer' }),
  serverStatus: (peer) => ({ host: 'legacy-peer', version: VERSION, localTime: peer.now() }),

  listCollections(peer, command, database) {
    const filter = docOf(command.filter, 'filter')
    const collections = peer.store.namesIn(database).map((name) => ({
      name,
      type: 'collection',
      options: {},
      info: { readOnly: false },
    }))
    const found = collections.filter((collection) => matches(collection, filter))
    return peer.cursors.start(`${database}.$cmd.listCollections`, found, Number.POSITIVE_INFINITY)
  },

  createIndexes(peer, command, database) {
    const namespace = `${database}.${command.createIndexes}`
    const isNew = !peer.store.get(namespace)
    const collection = peer.store.open(namespace)
    const before = collection.indexes.length
    for (const index of docsOf(command.indexes, 'indexes')) {
      const odd = Object.keys(index).find((option) => !INDEX_OPTIONS.includes(option))
      if (odd) throw new PeerError(67, `this peer keeps no index with ${odd}`)
      sortKeysOf(optionalDoc(index.key, 'key') ?? {})
      if (!collection.indexes.some((known) => known.name === index.name))
        peer.store.write({ kind: 'index', namespace, doc: { v: new Int32(2), ...index, ns: namespace } })
    }
    return {
      createdCollectionAutomatically: isNew,
      numIndexesBefore: before,
      numIndexesAfter: collection.indexes.length,
    }
  },

  listIndexes(peer, command, database) {
    const namespace = `${database}.${command.listIndexes}`
    const collection = peer.store.get(namespace)
    if (!collection) throw new PeerError(26, `ns does not exist: ${namespace}`)
    return peer.cursors.start(namespace, collection.indexes, Number.POSITIVE_INFINITY)
  },

  drop(peer, command, database) {
    const namespace = `${database}.${command.drop}`
    if (!peer.store.get(namespace)) throw new PeerError(26, 'ns not found')
    peer.store.write({ kind: 'drop', namespace, doc: {} })
    return { ns: namespace }
  },

  dropDatabase(peer, _command, database) {
    for (const name of peer.store.namesIn(database))
      peer.store.write({ kind: 'drop', namespace: `${database}.${name}`, doc: {} })
    return { dropped: database }
  },
}
