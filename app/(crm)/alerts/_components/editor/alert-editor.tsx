'use client'

import { useHotkeys } from '@mantine/hooks'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { AGENT_STATEMENTS, type AgentStatement } from '#server/domain/alerts/consent/consent.words.ts'
import { summariseCriteria } from '#server/domain/alerts/searches.words.ts'
import { Action } from '../../../../_ui/action.tsx'
import { Bone } from '../../../../_ui/bone.tsx'
import { Kbd } from '../../../../_ui/kbd.tsx'
import { Note } from '../../../../_ui/note.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import type { Draft } from '../../_draft.ts'
import { draftOf } from '../../_draft-of.ts'
import type { AlertDetail } from '../../_queries.ts'
import { suggestName } from '../../_suggest-name.words.ts'
import { BroadHint } from './broad-hint.tsx'
import classes from './editor.module.css'
import { LiveSample } from './live-sample.tsx'
import { MailSentence } from './mail-sentence.tsx'
import { RelaxHint } from './relax-hint.tsx'
import { StatementField } from './statement-field.tsx'
import { useAlertDraft } from './use-alert-draft.ts'
import { useFirstSend } from './use-first-send.ts'
import { usePreview } from './use-preview.ts'
import { useSaveAlert } from './use-save-alert.ts'
import { WishSkeleton } from './wish-skeleton.tsx'

const ConflictNotice = dynamic(() => import('./conflict-notice.tsx').then((part) => part.ConflictNotice))
// The fields bring the kit's pickers: the page stands, with their places kept, while they come.
const ContactPicker = dynamic(() => import('./contact-picker.tsx').then((part) => part.ContactPicker), {
  ssr: false,
  loading: () => <Bone height={60} />,
})
const FirstSendDialog = dynamic(() => import('./first-send-dialog.tsx').then((part) => part.FirstSendDialog), {
  ssr: false,
})
const PeopleFields = dynamic(() => import('./people-fields.tsx').then((part) => part.PeopleFields), {
  ssr: false,
  loading: () => <Bone height={420} />,
})
const WishFields = dynamic(() => import('./wish-fields.tsx').then((part) => part.WishFields), {
  ssr: false,
  loading: () => <WishSkeleton />,
})

type Props = {
  /** Null: a new alert. */
  searchId: string | null
  /** Where in this tab the draft is kept. */
  draftKey: string
  initial: Draft
  mapStyleUrl: string | undefined
  /** Who is on a saved one by now, and who left. */
  known?: AlertDetail['recipients']
  /** Whose copies they are; null for a new one: mine. */
  owner?: string | null
  onSaved: (id: string, firstHomes: number | null) => void
}

/** The criteria at the left, the homes they find at the right, the sentence of the mail on top. */
export function AlertEditor({ searchId, draftKey, initial, mapStyleUrl, known = [], owner = null, onSaved }: Props) {
  const form = useAlertDraft(draftKey, initial)
  const { draft, criteria, problems, isComplete, change, ask } = form
  const { contact } = draft
  const wishes = { criteria: draft.criteria, problems, ask }
  const saving = useSaveAlert(searchId, (id, firstHomes) => {
    form.forget()
    onSaved(id, firstHomes)
  })
  const first = useFirstSend(criteria, searchId)
  const [isAsking, setAsking] = useState(false)
  const save = (basedOnVersion = draft.basedOnVersion, firstSend = draft.firstSend) => {
    setAsking(false)
    if (!isComplete || !criteria || !contact) return form.showMissing()
    const { rhythm, audience } = draft
    const wish = { name: form.name, criteria, rhythm, audience, firstSend }
    saving.save({ ...wish, contactId: contact.id, statement, basedOnVersion })
  }
  const [statement, setStatement] = useState<AgentStatement>(AGENT_STATEMENTS[0])
  const preview = usePreview(criteria)
  // Too many are refused by the server, in the same words, before anything is made.
  const submit = () => (isComplete && draft.firstSend && first.homes && !first.refusal ? setAsking(true) : save())
  useHotkeys([['mod+Enter', () => submit()]], [])

  return (
    <form
      className={classes.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <MailSentence criteria={draft.criteria} cadence={draft.rhythm.cadence} to={contact?.fullName ?? null} />
      <div className={classes.notices}>
        {form.isRestored && (
          <Note title="What you had typed is back">
            <p>It was never saved.</p>
            <Action onClick={() => form.restart()}>Start over</Action>
          </Note>
        )}
        {saving.theirs && (
          <ConflictNotice
            theirs={saving.theirs}
            mine={summariseCriteria(draft.criteria)}
            isSaving={saving.isSaving}
            onKeepMine={() => save(saving.theirs?.currentVersion)}
            onTakeTheirs={() => {
              if (saving.theirs) form.restart(draftOf(saving.theirs))
              saving.forgetTheirs()
            }}
          />
        )}
        {saving.problem && (
          <Note tone="bad" title="The alert was not saved">
            {saving.problem} Nothing you typed is lost.
          </Note>
        )}
      </div>
      <div className={classes.form}>
        <Section title="For whom">
          <div className={classes.fields}>
            {searchId && contact ? (
              <p className={classes.whom}>
                For{' '}
                <TextLink underlined href={`/contacts/${contact.id}`}>
                  {contact.fullName}
                </TextLink>
                {contact.email ? `, ${contact.email}` : ', who has no e-mail address yet'}
              </p>
            ) : (
              <ContactPicker
                picked={contact}
                problem={problems.contact}
                onPick={(picked) => change({ contact: picked })}
              />
            )}
            {!searchId && <StatementField value={statement} onChange={setStatement} />}
            <TextField
              label="Name"
              description="Stands in the mail beside each home it found."
              placeholder={suggestName(draft.criteria)}
              maxLength={120}
              value={draft.name ?? ''}
              problem={problems.name}
              onChange={(value) => change({ name: value === '' ? null : value })}
            />
          </div>
        </Section>
        <WishFields
          {...wishes}
          priceless={form.priceless}
          rhythm={draft.rhythm}
          mapStyleUrl={mapStyleUrl}
          onRhythm={(rhythm) => change({ rhythm })}
        />
        <PeopleFields
          audience={{
            ...{ known, owner, problems },
            audience: draft.audience,
            onChange: (audience) => change({ audience }),
          }}
          beginning={{
            ...{ firstSend: first, searchId, isChosen: draft.firstSend },
            onChange: (firstSend) => change({ firstSend }),
          }}
        />
        <div className={classes.foot}>
          <Action primary type="submit" disabled={saving.isSaving} aria-busy={saving.isSaving || undefined}>
            {searchId ? 'Save changes' : 'Save alert'}
          </Action>
          <span className={classes.found} aria-hidden data-figures>
            {preview.words}
          </span>
          <span className={classes.hint}>
            <Kbd keys="mod+enter" /> saves
          </span>
        </div>
      </div>
      {isAsking && contact && (
        <FirstSendDialog
          homes={first.homes ?? 0}
          to={[contact.fullName, ...draft.audience.recipients.map(({ name }) => name)]}
          nextRunAt={first.nextRunAt ?? null}
          isWaitingForWord={draft.rhythm.conciergeYN}
          onSend={() => save()}
          onSilent={() => save(draft.basedOnVersion, false)}
          onClose={() => setAsking(false)}
        />
      )}
      <aside className={classes.side} aria-label="Homes that fit now">
        <RelaxHint
          criteria={criteria}
          count={preview.isStale ? undefined : preview.count}
          onUse={(relaxed) => change({ criteria: relaxed })}
        />
        {preview.tooBroad && <BroadHint />}
        <LiveSample {...preview} />
      </aside>
    </form>
  )
}
