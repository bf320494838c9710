import { formatCount } from '../../../../_ui/format.ts'
import type { Quarantined } from '../_queries.ts'
import classes from './quarantined-document.module.css'

/** The whole document, folded: its values in the types that the old system gave them. */
export function RawDocument({ document, bytes }: Pick<Quarantined, 'document' | 'bytes'>) {
  if (!document) {
    return (
      <p className={classes.words}>
        What was kept of it ({formatCount(bytes)} bytes) is no document that can be read. It stands unchanged in the old
        system.
      </p>
    )
  }
  return (
    <details className={classes.raw}>
      <summary>The whole document, {formatCount(bytes)} bytes</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label="The document as Extended JSON">
        <pre>{document.text}</pre>
      </section>
      {document.isCut && <p className={classes.words}>It goes on; this much is shown.</p>}
    </details>
  )
}
