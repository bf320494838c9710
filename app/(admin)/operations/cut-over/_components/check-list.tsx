import { CHECK_WORDS } from '#server/domain/legacy/cutover/evidence/evidence.words.ts'
import tones from '../../../../_ui/tone.module.css'
import { toneIcon } from '../../../../_ui/tone.ts'
import { CHECK_TONES } from '../_moves.words.ts'
import type { Check } from '../_queries.ts'
import classes from './check-list.module.css'

/** Named checks: what was asked, how it stands as icon and word, and the figures behind it. */
export const CheckList = ({ checks }: { checks: readonly Check[] }) => (
  <ul className={classes.checks}>
    {checks.map(({ name, state, words }) => {
      const { tone, label } = CHECK_TONES[state]
      const Icon = toneIcon[tone]
      return (
        <li key={name} className={`${classes.check} ${tones[tone]}`}>
          <Icon size={18} aria-hidden />
          <span className={classes.name}>{CHECK_WORDS[name]}</span>
          <span className={classes.label}>{label}</span>
          <span className={classes.words}>{words}</span>
        </li>
      )
    })}
  </ul>
)
