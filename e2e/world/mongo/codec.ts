import { deserialize, serialize } from 'bson'
import type { Doc } from './values.ts'

// Numbers keep their width and text keeps its type: what a client wrote is what it reads back.
const KEEP_TYPES = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true }

export const decode = (bytes: Uint8Array): Doc => deserialize(bytes, KEEP_TYPES)

export const encode = (doc: Doc): Uint8Array => serialize(doc, { ignoreUndefined: true })

export const cloneDoc = (doc: Doc): Doc => decode(encode(doc))
