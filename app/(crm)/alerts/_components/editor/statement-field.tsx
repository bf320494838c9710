import { AGENT_STATEMENTS, type AgentStatement } from '#server/domain/alerts/consent/consent.words.ts'
import { PlainSelect } from '../../../../_ui/plain-select.tsx'
import classes from './editor.module.css'

const OPTIONS = AGENT_STATEMENTS.map((value) => ({ value, label: value }))

type Props = { value: AgentStatement; onChange: (value: AgentStatement) => void }

/** How the agent knows that the person wants these mails: kept with the alert, and shown to both. */
export const StatementField = ({ value, onChange }: Props) => (
  <p className={classes.statement}>
    <span>Why they get mails</span>
    <PlainSelect label="Why they get mails" options={OPTIONS} value={value} onChange={onChange} />
    <span>It is kept with the alert, and they can read it.</span>
  </p>
)
