import { aggregate } from './aggregate.ts'
import { countOf, docOf, docsOf, isTrue, optionalDoc } from './arguments.ts'
import type { Commands, Peer } from './command.ts'
import { PeerError } from './errors.ts'
import { projectDoc } from './project.ts'
import type { Doc } from './values.ts'

const findIn = (
  peer: Peer,
  namespace: string,
  query: { filter: Doc; sort?: Doc | undefined; skip?: number; limit?: number },
) => peer.store.get(namespace)?.find(query) ?? []

const REFUSED = ['collation', 'tailable', 'awaitData', 'min', 'max', 'returnKey', 'showRecordId']

export const readCommands: Commands = {
  find(peer, command, database) {
    const refused = REFUSED.find((option) => command[option] !== undefined && command[option] !== false)
    if (refused) throw new PeerError(2, `this peer knows no find option ${refused}`)
    const namespace = `${database}.${command.find}`
    const found = findIn(peer, namespace, {
      filter: docOf(command.filter, 'filter'),
      sort: optionalDoc(command.sort, 'sort'),
      skip: countOf(command.skip, 0),
      limit: Math.abs(countOf(command.limit, 0)),
    })
    const projection = optionalDoc(command.projection, 'projection')
    const docs = projection ? found.map((doc) => projectDoc(doc, projection)) : found
    const batchSize = countOf(command.batchSize, 101)
    return peer.cursors.start(namespace, docs, batchSize, isTrue(command.singleBatch))
  },

  getMore(peer, command) {
    return peer.cursors.next(String(command.getMore), countOf(command.batchSize, Number.POSITIVE_INFINITY))
  },

  killCursors(peer, command) {
    const ids = Array.isArray(command.cursors) ? command.cursors.map(String) : []
    return peer.cursors.kill(ids)
  },

  count(peer, command, database) {
    const found = findIn(peer, `${database}.${command.count}`, {
      filter: docOf(command.query, 'query'),
      skip: countOf(command.skip, 0),
      limit: countOf(command.limit, 0),
    })
    return { n: found.length }
  },

  aggregate(peer, command, database) {
    const namespace = `${database}.${command.aggregate}`
    const docs = aggregate(peer.store.get(namespace)?.docs.values() ?? [], docsOf(command.pipeline, 'pipeline'))
    return peer.cursors.start(namespace, docs, countOf(docOf(command.cursor, 'cursor').batchSize, 101))
  },
}
