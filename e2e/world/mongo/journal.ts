import { closeSync, fsyncSync, openSync, readFileSync, renameSync, truncateSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { decode, encode } from './codec.ts'
import type { Doc } from './values.ts'

/** One change of the store. Replaying them in order gives the store back. */
export type Change =
  | { kind: 'put'; namespace: string; doc: Doc }
  | { kind: 'remove'; namespace: string; doc: Doc }
  | { kind: 'index'; namespace: string; doc: Doc }
  | { kind: 'create' | 'drop'; namespace: string; doc: Doc }

const HEAD = 8

function frame(change: Change): Uint8Array {
  const body = encode(change)
  const framed = Buffer.alloc(HEAD + body.length)
  framed.writeUInt32LE(body.length, 0)
  framed.writeUInt32LE(crc32(body), 4)
  framed.set(body, HEAD)
  return framed
}

function toChange(record: Doc): Change | undefined {
  const { kind, namespace, doc } = record
  if (typeof namespace !== 'string' || typeof doc !== 'object' || doc === null) return undefined
  if (kind === 'put' || kind === 'remove' || kind === 'index' || kind === 'create' || kind === 'drop')
    return { kind, namespace, doc: { ...doc } }
  return undefined
}

/** Reads every whole record. A torn tail (the process died while writing) ends the reading; `length` is where it starts. */
export function readJournal(path: string): { changes: Change[]; length: number } {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { changes: [], length: 0 }
    throw error
  }
  const changes: Change[] = []
  let at = 0
  while (at + HEAD <= bytes.length) {
    const end = at + HEAD + bytes.readUInt32LE(at)
    if (end > bytes.length) break
    const body = bytes.subarray(at + HEAD, end)
    if (crc32(body) !== bytes.readUInt32LE(at + 4)) break
    const change = toChange(decode(body))
    if (change) changes.push(change)
    at = end
  }
  return { changes, length: at }
}

/** An append-only file. A change is in it before the client hears of it, so a killed process loses nothing. */
export class Journal {
  private readonly file: number

  constructor(path: string, length: number) {
    this.file = openSync(path, 'a')
    truncateSync(path, length)
  }

  append(changes: Change[]): void {
    if (changes.length) writeSync(this.file, Buffer.concat(changes.map(frame)))
  }

  close(): void {
    fsyncSync(this.file)
    closeSync(this.file)
  }
}

/** Replaces the journal by a shorter one with the same result: written beside it, then renamed over it. */
export function rewriteJournal(path: string, changes: Iterable<Change>): void {
  const draft = `${path}.new`
  const file = openSync(draft, 'w')
  let batch: Uint8Array[] = []
  for (const change of changes) {
    batch.push(frame(change))
    if (batch.length === 1000) {
      writeSync(file, Buffer.concat(batch))
      batch = []
    }
  }
  writeSync(file, Buffer.concat(batch))
  fsyncSync(file)
  closeSync(file)
  renameSync(draft, path)
}
