/** More texts than the app has of its own: what differs from call to call gets no name for ever. */
const MOST_NAMES = 500
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
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= MOST_NAMES) return ''
    if (!sql.includes(SAID) && (sql.length > LONGEST || DEPENDS.test(sql))) return ''
    const name = `palmetto_${names.size}`
    names.set(sql, name)
    return name
  }
}
