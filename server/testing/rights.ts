import type { RootDb } from '#server/db.ts'
import type { Office, Person } from '#server/generated/prisma/client.ts'

/**
 * Who tries each procedure. "Home" is the office of `agent`, whose book the rows belong to.
 * `removed` held a session in the home office until a moment ago; `assistant` works for `colleague`.
 */
export const CALLERS = [
  'anonymous',
  'removed',
  'awayAgent',
  'awayManager',
  'colleague',
  'lead',
  'assistant',
  'ownAssistant',
  'agent',
  'manager',
  'admin',
  'owner',
] as const
export type Caller = (typeof CALLERS)[number]
export type Member = Exclude<Caller, 'anonymous' | 'removed'>

export type Cast = Record<Exclude<Caller, 'anonymous'>, Person>

/** For whom rows are made. Fresh ones for each change, so that a removal here does not starve the next call. */
export type Book = {
  db: RootDb
  agent: Person
  office: Office
  /** Belongs into every text of every row that not everybody may see: answers are searched for it. */
  marker: string
  cast: Cast
  /** The password of everybody in the cast. */
  password: string
}

/** The usual lists. Contacts and what hangs on them follow the agent; listings belong to the whole firm. */
export const followsAgent = ['agent', 'ownAssistant', 'manager', 'admin', 'owner'] as const satisfies Member[]
export const wholeFirm = [
  ...['awayAgent', 'awayManager', 'colleague', 'lead', 'assistant'],
  ...followsAgent,
] as readonly Member[]
export const adminsOnly = ['admin', 'owner'] as const satisfies Member[]

/** A procedure for people who are signed in. Anonymous and removed callers are always refused, without being named. */
export type MemberRow<Rows> = {
  /** A valid input that names the book's rows; left out where the procedure takes none. */
  input?: (rows: Rows, book: Book) => unknown
  /** Who gets an answer about the rows of `agent`'s book, or may change them. Each of them has to succeed. */
  allowed: readonly Member[]
  /**
   * What happens to the others. `refused`: UNAUTHORIZED, FORBIDDEN or NOT_FOUND. `hidden`: answered as if the rows
   * were not there. `own`: the procedure is about the caller only, whatever the input; it may write their own rows.
   * In each case the answer holds no marker, and but for `own` not one row of the database changes.
   */
  otherwise: 'refused' | 'hidden' | 'own'
}

/** A procedure for anybody who holds the right link. */
export type PublicRow<Rows> = {
  /** With the link: has to succeed for somebody who is not signed in. */
  input: (rows: Rows, book: Book) => unknown
  /** With a link that nobody was given: refused, or answered in words that tell nothing. */
  wrong: (rows: Rows, book: Book) => unknown
  wrongIs: 'refused' | 'silent'
  /** Tables that even a wrong attempt may write, e.g. the count of attempts. */
  mayTouch?: readonly string[]
}

type Definition<Rows> = {
  /** Makes rows that belong to `book.agent`, with the marker in every text. */
  seed: (book: Book) => Promise<Rows>
  /** By the path of the procedure, e.g. 'contacts.byId'. A procedure without a row fails the test. */
  members?: Record<string, MemberRow<Rows>>
  anybody?: Record<string, PublicRow<Rows>>
}

export type PreparedMember = Omit<MemberRow<unknown>, 'input'> & {
  /** A valid input that names rows of the book: fresh ones, or those that everybody who only reads shares. */
  prepare: (book: Book, rows: 'fresh' | 'shared') => Promise<unknown>
}
export type PreparedPublic = Omit<PublicRow<unknown>, 'input' | 'wrong'> & {
  prepare: (book: Book) => Promise<{ right: unknown; wrong: unknown }>
}
export type SubjectRights = { members: Record<string, PreparedMember>; anybody: Record<string, PreparedPublic> }

const mapValues = <A, B>(from: Record<string, A>, to: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(from).map(([key, value]) => [key, to(value)]))

/** The default export of a `.rights.ts` next to a router: who may do what with the rows behind it. */
export function defineRights<Rows>({ seed, members = {}, anybody = {} }: Definition<Rows>): SubjectRights {
  // Rows were made anew for each of ten readers of each question: two thirds of the time of the whole matrix.
  const shared = new WeakMap<Book, Promise<Rows>>()
  function seedOnce(book: Book): Promise<Rows> {
    const rows = shared.get(book) ?? seed(book)
    shared.set(book, rows)
    return rows
  }
  return {
    members: mapValues(members, ({ input, ...row }) => ({
      ...row,
      prepare: async (book, rows) => input?.(await (rows === 'shared' ? seedOnce(book) : seed(book)), book),
    })),
    anybody: mapValues(anybody, ({ input, wrong, ...row }) => ({
      ...row,
      prepare: async (book) => {
        const rows = await seed(book)
        return { right: await input(rows, book), wrong: await wrong(rows, book) }
      },
    })),
  }
}
