/** A record as both systems can tell it: its row, and whom it names by our ids. */
export type Held<Row> = { row: Row; needed: string | null; wanted: string | null }

/** A document of the old system in relaxed Extended JSON. */
export type OldFields = Readonly<Record<string, unknown>>
/** How the old system names whom a record belongs to, in the same form; null for somebody it does not know. */
export type TwinIds = { needed: unknown; wanted: unknown }

/** What can be compared and shown: JSON, with lists in an order of their own. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain | undefined }

/** One thing that both systems know of a record, however each of them stores it. */
export type SharedField<Row> = {
  name: string
  /** Undefined when it can't be told: then it is neither compared nor written. */
  read: (one: Held<Row>) => Plain | undefined
  /** `into` with this field as `from` has it. */
  take: (into: Held<Row>, from: Held<Row>) => Held<Row>
  /** The same with a value as `read` told it, e.g. one that was kept. Throws when it is no such value. */
  put: (into: Held<Row>, value: unknown) => Held<Row>
  /** The old document with this field as we have it, in the old system's words; the rest of it stays. */
  write: (document: OldFields, ours: Held<Row>, twins: TwinIds) => OldFields
  /** Theirs is never taken: what is told here is final. */
  refuses?: (ours: Held<Row>, theirs: Held<Row>) => boolean
}

export const isSame = (a: Plain | undefined, b: Plain | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What differs between two tellings of a record. */
export const differing = <Row>(fields: readonly SharedField<Row>[], a: Held<Row>, b: Held<Row>): SharedField<Row>[] =>
  fields.filter(({ read }) => {
    const [one, other] = [read(a), read(b)]
    return one !== undefined && other !== undefined && !isSame(one, other)
  })
