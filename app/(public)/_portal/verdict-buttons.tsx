'use client'

import { VERDICTS, type Verdict } from '#server/domain/alerts/portal/portal.words.ts'
import unseen from '../../_ui/unseen.module.css'
import { VERDICT_LOOKS } from './verdict.words.ts'
import classes from './verdict-buttons.module.css'

type Props = {
  /** The home, for screen readers: "12 Marsh Lane". */
  of: string
  verdict: Verdict | null
  onSay: (verdict: Verdict | null) => void
}

/** Love it, maybe, no: one tap says it, another takes it back. */
export const VerdictButtons = ({ of, verdict, onSay }: Props) => (
  <fieldset className={classes.buttons}>
    <legend className={unseen.unseen}>What do you think of {of}?</legend>
    {VERDICTS.map((each) => {
      const { word, icon, chosen } = VERDICT_LOOKS[each]
      const isChosen = each === verdict
      const Icon = isChosen ? chosen : icon
      return (
        <button
          key={each}
          type="button"
          aria-pressed={isChosen}
          data-verdict={each}
          onClick={() => onSay(isChosen ? null : each)}
        >
          <Icon size={20} aria-hidden />
          {word}
        </button>
      )
    })}
  </fieldset>
)
