import { decode, encode } from './codec.ts'
import type { Doc } from './values.ts'

const OP_REPLY = 1
const OP_QUERY = 2004
const OP_MSG = 2013
const MAX_MESSAGE = 48_000_000 + 16_384
const HEAD = 16

/** A command as it came in, and how its answer has to be wrapped. */
export type Request = { id: number; database: string; command: Doc; legacy: boolean; wantsReply: boolean }

/** Cuts a TCP stream into whole messages, however the bytes arrive. Throws on a length that no client sends. */
export class MessageReader {
  private pending: Buffer = Buffer.alloc(0)

  read(bytes: Buffer): Buffer[] {
    this.pending = this.pending.length ? Buffer.concat([this.pending, bytes]) : bytes
    const messages: Buffer[] = []
    while (this.pending.length >= 4) {
      const length = this.pending.readInt32LE(0)
      if (length < HEAD || length > MAX_MESSAGE) throw new Error(`bad message length ${length}`)
      if (this.pending.length < length) break
      messages.push(this.pending.subarray(0, length))
      this.pending = this.pending.subarray(length)
    }
    return messages
  }
}

function readSequence(message: Buffer, from: number, end: number): [string, Doc[]] {
  const nameEnd = message.indexOf(0, from)
  const docs: Doc[] = []
  for (let at = nameEnd + 1; at < end; at += message.readInt32LE(at))
    docs.push(decode(message.subarray(at, at + message.readInt32LE(at))))
  return [message.toString('utf8', from, nameEnd), docs]
}

function parseMsg(message: Buffer): Request {
  const flags = message.readUInt32LE(HEAD)
  const end = message.length - (flags & 1 ? 4 : 0)
  let command: Doc = {}
  const sequences: Doc = {}
  for (let at = HEAD + 4; at < end; ) {
    const isBody = message[at] === 0
    const size = message.readInt32LE(at + 1)
    if (isBody) command = decode(message.subarray(at + 1, at + 1 + size))
    else {
      const [name, docs] = readSequence(message, at + 5, at + 1 + size)
      sequences[name] = docs
    }
    at += 1 + size
  }
  const wantsReply = (flags & 2) === 0
  return {
    id: message.readInt32LE(4),
    database: String(command.$db),
    command: { ...command, ...sequences },
    legacy: false,
    wantsReply,
  }
}

function parseQuery(message: Buffer): Request {
  const nameEnd = message.indexOf(0, HEAD + 4)
  const namespace = message.toString('utf8', HEAD + 4, nameEnd)
  const at = nameEnd + 9
  const body = decode(message.subarray(at, at + message.readInt32LE(at)))
  if (!namespace.endsWith('.$cmd')) throw new Error(`legacy query on ${namespace}`)
  return {
    id: message.readInt32LE(4),
    database: namespace.slice(0, -'.$cmd'.length),
    command: body,
    legacy: true,
    wantsReply: true,
  }
}

/** OP_MSG, and OP_QUERY on `$cmd`, by which drivers still say hello to a server that they don't know. */
export function parseMessage(message: Buffer): Request {
  const code = message.readInt32LE(12)
  if (code === OP_MSG) return parseMsg(message)
  if (code === OP_QUERY) return parseQuery(message)
  throw new Error(`operation ${code} is not known to this peer`)
}

export function formatReply(request: Request, reply: Doc): Buffer {
  const body = encode(reply)
  const prefix = Buffer.alloc(request.legacy ? 20 : 5)
  if (request.legacy) prefix.writeInt32LE(1, 16)
  const head = Buffer.alloc(HEAD)
  head.writeInt32LE(HEAD + prefix.length + body.length, 0)
  head.writeInt32LE(0, 4)
  head.writeInt32LE(request.id, 8)
  head.writeInt32LE(request.legacy ? OP_REPLY : OP_MSG, 12)
  return Buffer.concat([head, prefix, body])
}
