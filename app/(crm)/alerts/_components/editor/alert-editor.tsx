'use client'

import { Alert, Anchor, Button, Stack, Text, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconHistory } from '@tabler/icons-react'
import Link from 'next/link'
import { summariseCriteria } from '#server/domain/alerts/searches.words.ts'
import { Kbd } from '../../../../_ui/kbd.tsx'
import { Section } from '../../../../_ui/section.tsx'
import type { Draft } from '../../_draft.ts'
import { draftOf } from '../../_draft-of.ts'
import { suggestName } from '../../_suggest-name.words.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { ContactPicker } from './contact-picker.tsx'
import classes from './editor.module.css'
import { EventFields } from './event-fields.tsx'
import { HomeFields } from './home-fields.tsx'
import { LiveSample } from './live-sample.tsx'
import { MailSentence } from './mail-sentence.tsx'
import { PlaceFields } from './place-fields.tsx'
import { PriceFields } from './price-fields.tsx'
import { RelaxHint } from './relax-hint.tsx'
import { RhythmFields } from './rhythm-fields.tsx'
import { useAlertDraft } from './use-alert-draft.ts'
import { usePreview } from './use-preview.ts'
import { useSaveAlert } from './use-save-alert.ts'
import { WordFields } from './word-fields.tsx'

type Props = {
  /** Null: a new alert. */
  searchId: string | null
  /** Where in this tab the draft is kept. */
  draftKey: string
  initial: Draft
  mapStyleUrl: string | undefined
  onSaved: (id: string) => void
}

/** The criteria at the left, the homes they find at the right, the sentence of the mail on top. */
export function AlertEditor({ searchId, draftKey, initial, mapStyleUrl, onSaved }: Props) {
  const form = useAlertDraft(draftKey, initial)
  const { draft, criteria, problems, isComplete, change, ask } = form
  const { contact } = draft
  const wishes = { criteria: draft.criteria, problems, ask }
  const saving = useSaveAlert(searchId, (id) => {
    form.forget()
    onSaved(id)
  })
  const save = (basedOnVersion = draft.basedOnVersion) => {
    if (!isComplete || !criteria || !contact) return form.showMissing()
    saving.save({ name: form.name, contactId: contact.id, criteria, rhythm: draft.rhythm, basedOnVersion })
  }
  const preview = usePreview(criteria)
  useHotkeys([['mod+Enter', () => save()]], [])

  return (
    <form
      className={classes.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <MailSentence criteria={draft.criteria} to={contact?.fullName ?? null} />
      <div className={classes.notices}>
        {form.isRestored && (
          <Alert color="gray" icon={<IconHistory size={20} aria-hidden />} title="What you had typed is back">
            <p>It was never saved.</p>
            <Button variant="default" onClick={() => form.restart()}>
              Start over
            </Button>
          </Alert>
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
          <Alert color="red" role="alert" title="The alert was not saved">
            {saving.problem} Nothing you typed is lost.
          </Alert>
        )}
      </div>
      <div className={classes.form}>
        <Section title="For whom">
          <Stack>
            {searchId && contact ? (
              <Text>
                For{' '}
                <Anchor component={Link} href={`/contacts/${contact.id}`} fw={550}>
                  {contact.fullName}
                </Anchor>
                {contact.email ? `, ${contact.email}` : ', who has no e-mail address yet'}
              </Text>
            ) : (
              <ContactPicker
                picked={contact}
                problem={problems.contact}
                onPick={(picked) => change({ contact: picked })}
              />
            )}
            <TextInput
              label="Name"
              description="Stands in the mail beside each home it found."
              placeholder={suggestName(draft.criteria)}
              maxLength={120}
              value={draft.name ?? ''}
              error={problems.name}
              onChange={({ currentTarget: { value } }) => change({ name: value === '' ? null : value })}
            />
          </Stack>
        </Section>
        <Section title="Where">
          <PlaceFields {...wishes} mapStyleUrl={mapStyleUrl} />
        </Section>
        <Section title="Price and size">
          <PriceFields {...wishes} priceless={form.priceless} />
        </Section>
        <Section title="Home">
          <HomeFields {...wishes} />
        </Section>
        <Section title="Features and words">
          <WordFields {...wishes} />
        </Section>
        <Section title="When to write">
          <EventFields {...wishes} />
        </Section>
        <Section title="How often">
          <RhythmFields rhythm={draft.rhythm} onChange={(rhythm) => change({ rhythm })} />
        </Section>
        <div className={classes.foot}>
          <Button type="submit" loading={saving.isSaving}>
            {searchId ? 'Save changes' : 'Save alert'}
          </Button>
          <span className={classes.found} aria-hidden data-figures>
            {preview.words}
          </span>
          <span className={classes.hint}>
            <Kbd keys="mod+enter" /> saves
          </span>
        </div>
      </div>
      <aside className={classes.side} aria-label="Homes that fit now">
        <RelaxHint
          criteria={criteria}
          count={preview.isStale ? undefined : preview.count}
          onUse={(relaxed) => change({ criteria: relaxed })}
        />
        <LiveSample {...preview} />
      </aside>
    </form>
  )
}
