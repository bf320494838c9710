'use client'

import { Checkbox, SegmentedControl, Switch, TextInput } from '@mantine/core'
import { IconUserPlus, IconX } from '@tabler/icons-react'
import type { RecipientKind } from '#server/domain/alerts/recipients/recipients.words.ts'
import { leftInWords, MOST_RECIPIENTS, THEY_ASKED } from '#server/domain/alerts/recipients/recipients.words.ts'
import { Action } from '../../../../_ui/action.tsx'
import { IconAction } from '../../../../_ui/icon-action.tsx'
import type { AudienceDraft, RecipientDraft } from '../../_audience.ts'
import type { AlertDetail } from '../../_queries.ts'
import { STOPPED } from '../../_states.words.ts'
import classes from './audience-fields.module.css'

export type AudienceProps = {
  audience: AudienceDraft
  problems: Partial<Record<string, string>>
  /** Who is on the saved alert by now, and how they stand; none for a new one. */
  known: AlertDetail['recipients']
  /** Whose copies they are. */
  owner: string | null
  onChange: (audience: AudienceDraft) => void
}

const KINDS: { value: RecipientKind; label: string }[] = [
  { value: 'To', label: 'To' },
  { value: 'Cc', label: 'Cc' },
]
const NEW: RecipientDraft = { name: '', email: '', kind: 'To', isNew: true }

type RowProps = {
  recipient: RecipientDraft
  place: number
  problems: AudienceProps['problems']
  stopped: string | null
  onChange: (part: Partial<RecipientDraft>) => void
  onRemove: () => void
}

function Row({ recipient: { name, email, kind, isNew }, place, problems, stopped, onChange, onRemove }: RowProps) {
  const who = name || `person ${place + 1}`
  return (
    <li className={classes.row}>
      <TextInput
        className={classes.name ?? ''}
        label="Name"
        value={name}
        maxLength={120}
        error={problems[`recipients.${place}.name`]}
        onChange={({ currentTarget: { value } }) => onChange({ name: value })}
      />
      <TextInput
        className={classes.email ?? ''}
        label="E-mail"
        type="email"
        value={email}
        readOnly={!isNew}
        description={stopped ? (STOPPED[stopped] ?? 'Mails to this address are blocked') : undefined}
        error={problems[`recipients.${place}.email`]}
        onChange={({ currentTarget: { value } }) => onChange({ email: value })}
      />
      <SegmentedControl
        aria-label={`How ${who} is addressed`}
        data={KINDS}
        value={kind}
        onChange={(value) => onChange({ kind: value === 'Cc' ? 'Cc' : 'To' })}
      />
      <IconAction icon={IconX} size={44} aria-label={`Take ${who} off`} onClick={onRemove} />
    </li>
  )
}

/** Who gets it besides the contact: each in a mail of their own, which they can leave alone. */
export function AudienceFields({ audience, problems, known, owner, onChange }: AudienceProps) {
  const { recipients, theyAsked, bccMeYN } = audience
  const change = (place: number, part: Partial<RecipientDraft>) =>
    onChange({ ...audience, recipients: recipients.map((row, at) => (at === place ? { ...row, ...part } : row)) })
  const stoppedOf = (email: string) => known.find((row) => row.email === email)?.stopped ?? null
  const left = known.flatMap(({ name, email, leftAt }) => (leftAt ? [{ name, email, leftAt }] : []))
  return (
    <div className={classes.fields}>
      <p className={classes.hint}>
        A partner, a parent: each gets a mail of their own, in their own hours, and can leave without the others.
      </p>
      {recipients.length > 0 && (
        <ul className={classes.rows} aria-label="Who else gets it">
          {recipients.map((recipient, place) => (
            <Row
              // Rows have no other name while they are typed.
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              key={place}
              {...{ recipient, place, problems }}
              stopped={stoppedOf(recipient.email)}
              onChange={(part) => change(place, part)}
              onRemove={() => onChange({ ...audience, recipients: recipients.filter((_, at) => at !== place) })}
            />
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <ul className={classes.left} aria-label="Who left">
          {left.map(({ name, email, leftAt }) => (
            <li key={email}>
              {name}, {email} · {leftInWords(leftAt)}. Only they can come back.
            </li>
          ))}
        </ul>
      )}
      {recipients.some(({ isNew }) => isNew) && (
        <Checkbox
          label={THEY_ASKED}
          description="Kept with your name. Their first mail says who added them."
          checked={theyAsked}
          error={problems['recipients.theyAsked']}
          onChange={({ currentTarget: { checked } }) => onChange({ ...audience, theyAsked: checked })}
        />
      )}
      {recipients.length < MOST_RECIPIENTS && (
        <div>
          <Action icon={IconUserPlus} onClick={() => onChange({ ...audience, recipients: [...recipients, NEW] })}>
            Add somebody
          </Action>
        </div>
      )}
      <Switch
        label={owner ? `Copy ${owner}` : 'Copy me'}
        description="A copy of each mail, marked as one. Nothing that is done with it counts as theirs."
        checked={bccMeYN}
        onChange={({ currentTarget: { checked } }) => onChange({ ...audience, bccMeYN: checked })}
      />
    </div>
  )
}
