/** More texts than the app has of its own: what differs from call to call gets no name for ever. */
const MOST_NAMES = 500
/** So many are remembered as having none: to look through a long text again each time costs more than its name saves. */
const MOST_KNOWN = 2_000
const LONGEST = 4_000

/** What the author of a statement writes into it whose plan is the same for whatever it is asked with. */
const SAID = '/* one plan */'

/** Lists, sorted pages, arrays and several rows at once are planned anew each time, for what they are asked with. */
const DEPENDS = /\b(ORDER BY|GROUP BY|ANY|UNNEST|WITH|JOIN|COUNT|jsonb_\w+)\b| IN \(\$\d+,|\),\(\$/i

/**
 * Names of statements about single rows, by which a connection remembers that it has parsed and planned them: most of what
 * PostgreSQL does for a row by its key is reading the question, and one plan is as good for one key as for another. No
 * name: "", which the driver takes for none.
 */
export function nameStatements(): (query: { sql: string }) => string {
  const known = new Map<string, string>()
  let named = 0
  return ({ sql }) => {
    const before = known.get(sql)
    if (before !== undefined) return before
    const isOne = sql.includes(SAID) || (sql.length <= LONGEST && !DEPENDS.test(sql))
    const name = isOne && named < MOST_NAMES ? `palmetto_${named++}` : ''
    if (known.size < MOST_KNOWN || name !== '') known.set(sql, name)
    return name
  }
}
