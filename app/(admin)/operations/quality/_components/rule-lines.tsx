import { IconSparkles } from '@tabler/icons-react'
import { QUALITY_STREAM_WORDS, SEVERITY_WORDS } from '#server/domain/quality/quality.words.ts'
import { formatCount } from '../../../../_ui/format.ts'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import { hrefOfRule } from '../_filters.ts'
import { SEVERITY_TONES } from '../_quality.words.ts'
import type { RuleLine } from '../_queries.ts'
import classes from './rule-lines.module.css'

const countOf = ({ open, isCut }: RuleLine) => `${formatCount(open)}${isCut ? '+' : ''}`

/** What is worth saying beside the words of the rule. */
function Aside({ rule }: { rule: RuleLine }) {
  const parts = [
    rule.fresh > 0 && rule.fresh < rule.open ? `${formatCount(rule.fresh)} since yesterday` : null,
    rule.assigned > 0 ? `${formatCount(rule.assigned)} assigned` : null,
    rule.muted > 0 ? `${formatCount(rule.muted)} muted` : null,
    rule.mutedBecause ? `muted: ${rule.mutedBecause}` : null,
  ].filter((part) => part !== null)
  return <>{[QUALITY_STREAM_WORDS[rule.stream].many, ...parts].join(' · ')}</>
}

/** Rules that have found something, or could not look, worst first; each opens its records. */
export const RuleLines = ({ rules }: { rules: readonly RuleLine[] }) => (
  <ul className={classes.lines}>
    {rules.map((rule) => (
      <li key={rule.key} className={classes.line}>
        <span className={classes.badge}>
          {rule.outcome === 'failed' ? (
            <StatusBadge tone="bad">Could not look</StatusBadge>
          ) : (
            <StatusBadge tone={SEVERITY_TONES[rule.severity]}>{SEVERITY_WORDS[rule.severity].label}</StatusBadge>
          )}
        </span>
        <span className={classes.words}>
          <TextLink href={hrefOfRule(rule.key)} data-list-item>
            {rule.name}
          </TextLink>
          <span className={classes.wrong}>{rule.wrong}</span>
          <span className={classes.about}>
            <Aside rule={rule} />
          </span>
        </span>
        <span className={classes.count}>
          {countOf(rule)}
          {rule.canRepair && rule.open > 0 && (
            <span className={classes.repair}>
              <IconSparkles size={14} aria-hidden /> can be repaired
            </span>
          )}
        </span>
      </li>
    ))}
  </ul>
)

/** Rules with nothing to say: one line each. */
export const CleanRules = ({ rules }: { rules: readonly RuleLine[] }) => (
  <details className={classes.clean}>
    <summary>{rules.length === 1 ? '1 rule finds nothing' : `${formatCount(rules.length)} rules find nothing`}</summary>
    <ul>
      {rules.map((rule) => (
        <li key={rule.key}>
          <TextLink href={hrefOfRule(rule.key)}>{rule.name}</TextLink>
          <span className={classes.about}>
            {rule.cleanSince ? (
              <>
                nothing since <When at={rule.cleanSince} />
              </>
            ) : rule.muted > 0 ? (
              `${formatCount(rule.muted)} muted`
            ) : (
              'not looked at yet'
            )}
          </span>
        </li>
      ))}
    </ul>
  </details>
)
