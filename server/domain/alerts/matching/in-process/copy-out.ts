import type { Client, Connection, Submittable } from 'pg'

/**
 * `COPY ... TO STDOUT` for a pg client: a chunk a row, as it comes off the wire, with no object per row or field. A chunk is
 * only good until `onChunk` returns.
 */
class CopyOut implements Submittable {
  readonly #sql: string
  readonly #onChunk: (chunk: Buffer) => void
  readonly done = Promise.withResolvers<void>()
  #error: Error | null = null

  constructor(sql: string, onChunk: (chunk: Buffer) => void) {
    this.#sql = sql
    this.#onChunk = onChunk
  }

  submit(connection: Connection) {
    connection.query(this.#sql)
  }

  handleCopyData({ chunk }: { chunk: Buffer }) {
    if (this.#error) return
    try {
      this.#onChunk(chunk)
    } catch (error) {
      this.#error = error instanceof Error ? error : new Error(String(error))
    }
  }

  handleCommandComplete() {}

  handleError(error: Error) {
    this.done.reject(this.#error ?? error)
  }

  handleReadyForQuery() {
    if (this.#error) this.done.reject(this.#error)
    else this.done.resolve()
  }
}

export function copyOut(client: Client, sql: string, onChunk: (chunk: Buffer) => void): Promise<void> {
  const copy = new CopyOut(sql, onChunk)
  client.query(copy)
  return copy.done.promise
}
