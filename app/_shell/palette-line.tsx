import { Spotlight } from '@mantine/spotlight'
import type { TablerIcon } from '@tabler/icons-react'
import { Kbd } from '../_ui/kbd.tsx'
import classes from './command-palette.module.css'
import { markHits } from './mark-hits.ts'

export type Line = {
  id: string
  label: string
  detail?: string
  icon: TablerIcon
  keys?: string
  /** Other words that mean it. */
  words?: string
  run: () => void
}

const Marked = ({ text, typed }: { text: string; typed: string }) =>
  markHits(text, typed).map(({ text: piece, isHit }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
    isHit ? <mark key={index}>{piece}</mark> : <span key={index}>{piece}</span>,
  )

/** One thing that can be opened or done, with what was typed marked in it. */
export function PaletteLine({ line, typed }: { line: Line; typed: string }) {
  const { label, detail, icon: Icon, keys, run } = line
  return (
    <Spotlight.Action role="option" onClick={run} className={classes.line ?? ''}>
      <Icon size={18} stroke={1.6} aria-hidden className={classes.icon} />
      <span className={classes.words}>
        <span className={classes.label}>
          <Marked text={label} typed={typed} />
        </span>
        {detail && (
          <span className={classes.detail}>
            <Marked text={detail} typed={typed} />
          </span>
        )}
      </span>
      {keys && <Kbd keys={keys} />}
    </Spotlight.Action>
  )
}
