import tones from '../../../../_ui/tone.module.css'
import classes from './alert-lanes.module.css'

const KEYS = [
  { tone: 'neutral', kind: 'mail', became: 'sent', words: 'Mail' },
  { tone: 'waiting', kind: 'mail', became: 'opened', words: 'opened' },
  { tone: 'good', kind: 'mail', became: 'clicked', words: 'link followed' },
  { tone: 'warning', kind: 'held', became: 'waiting', words: 'homes that wait' },
  { tone: 'neutral', kind: 'held', became: 'dropped', words: 'found, not told' },
] as const

/** What the bars of the picture stand for; its signs speak for themselves. */
export const LaneKey = () => (
  <p className={classes.key} aria-hidden>
    {KEYS.map(({ tone, kind, became, words }) => (
      <span key={words}>
        <span className={`${classes.mark} ${tones[tone]}`} data-kind={kind} data-became={became}>
          <i />
        </span>
        {words}
      </span>
    ))}
  </p>
)
