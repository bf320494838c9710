import { Int32, ObjectId } from 'bson'
import { countOf, docOf, docsOf, isTrue, optionalDoc } from './arguments.ts'
import { cloneDoc, encode } from './codec.ts'
import type { Collection } from './collection.ts'
import type { Commands, Peer } from './command.ts'
import { PeerError } from './errors.ts'
import { isOperators } from './match.ts'
import { projectDoc } from './project.ts'
import { updateDoc, upsertedDoc } from './update.ts'
import type { Doc } from './values.ts'

type Update = { filter: Doc; update: Doc; sort?: Doc | undefined; multi: boolean; upsert: boolean }
type Updated = { matched: number; modified: number; upserted?: Doc; before?: Doc; after?: Doc }

function insertDoc(peer: Peer, collection: Collection, doc: Doc): Doc {
  const { _id = new ObjectId(), ...rest } = doc
  const whole = { _id, ...rest }
  if (Array.isArray(_id)) throw new PeerError(2, "can't use an array for _id")
  collection.refuseKnown(_id)
  peer.store.write({ kind: 'put', namespace: collection.namespace, doc: whole })
  return whole
}

function updateDocs(peer: Peer, collection: Collection, { filter, update, sort, multi, upsert }: Update): Updated {
  if (multi && !isOperators(update)) throw new PeerError(9, 'multi update only works with $ operators')
  const found = collection.find({ filter, sort, limit: multi ? 0 : 1 })
  if (!found.length && upsert) {
    const after = insertDoc(peer, collection, upsertedDoc(filter, update, peer.now()))
    return { matched: 0, modified: 0, upserted: after, after }
  }
  const result: Updated = { matched: found.length, modified: 0 }
  for (const before of found) {
    const after = updateDoc(cloneDoc(before), update, { inserting: false, now: peer.now() })
    result.before = before
    result.after = after
    if (Buffer.compare(encode(before), encode(after)) === 0) continue
    peer.store.write({ kind: 'put', namespace: collection.namespace, doc: after })
    result.modified += 1
  }
  return result
}

/** Runs each statement; the first that fails ends an ordered batch, and is reported by its place in it. */
function eachStatement(statements: Doc[], ordered: boolean, run: (statement: Doc, index: number) => void): Doc {
  const writeErrors: Doc[] = []
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index)
    } catch (error) {
      if (!(error instanceof PeerError)) throw error
      writeErrors.push({ index: new Int32(index), code: error.code, errmsg: error.message })
      if (ordered) break
    }
  }
  return writeErrors.length ? { writeErrors } : {}
}

const toUpdate = (value: unknown): Doc => {
  if (Array.isArray(value)) throw new PeerError(9, 'an update by pipeline needs a newer server than 3.6')
  return docOf(value, 'update')
}

export const writeCommands: Commands = {
  insert(peer, command, database) {
    const collection = peer.store.open(`${database}.${command.insert}`)
    let n = 0
    const errors = eachStatement(docsOf(command.documents, 'documents'), command.ordered !== false, (doc) => {
      insertDoc(peer, collection, doc)
      n += 1
    })
    return { n, ...errors }
  },

  update(peer, command, database) {
    const collection = peer.store.open(`${database}.${command.update}`)
    const counts = { n: 0, nModified: 0 }
    const upserted: Doc[] = []
    const errors = eachStatement(docsOf(command.updates, 'updates'), command.ordered !== false, (statement, index) => {
      const result = updateDocs(peer, collection, {
        filter: docOf(statement.q, 'q'),
        update: toUpdate(statement.u),
        multi: isTrue(statement.multi),
        upsert: isTrue(statement.upsert),
      })
      counts.n += result.matched + (result.upserted ? 1 : 0)
      counts.nModified += result.modified
      if (result.upserted) upserted.push({ index: new Int32(index), _id: result.upserted._id })
    })
    return { ...counts, ...(upserted.length ? { upserted } : {}), ...errors }
  },

  delete(peer, command, database) {
    const collection = peer.store.open(`${database}.${command.delete}`)
    let n = 0
    const errors = eachStatement(docsOf(command.deletes, 'deletes'), command.ordered !== false, (statement) => {
      const limit = countOf(statement.limit, 0)
      for (const doc of collection.find({ filter: docOf(statement.q, 'q'), limit })) {
        peer.store.write({ kind: 'remove', namespace: collection.namespace, doc: { _id: doc._id } })
        n += 1
      }
    })
    return { n, ...errors }
  },

  findAndModify(peer, command, database) {
    const collection = peer.store.open(`${database}.${command.findAndModify}`)
    const filter = docOf(command.query, 'query')
    const sort = optionalDoc(command.sort, 'sort')
    const fields = optionalDoc(command.fields, 'fields')
    const view = (doc: Doc | undefined) => (doc ? projectDoc(doc, fields) : null)
    if (isTrue(command.remove)) {
      const doc = collection.find({ filter, sort, limit: 1 })[0]
      if (doc) peer.store.write({ kind: 'remove', namespace: collection.namespace, doc: { _id: doc._id } })
      return { value: view(doc), lastErrorObject: { n: doc ? 1 : 0 } }
    }
    const update = toUpdate(command.update)
    const result = updateDocs(peer, collection, { filter, update, sort, multi: false, upsert: isTrue(command.upsert) })
    const n = result.matched + (result.upserted ? 1 : 0)
    return {
      value: view(isTrue(command.new) ? result.after : result.before),
      lastErrorObject: {
        n,
        updatedExisting: result.matched > 0,
        ...(result.upserted ? { upserted: result.upserted._id } : {}),
      },
    }
  },
}
