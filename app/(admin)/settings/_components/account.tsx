'use client'

import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { roleWords } from '#server/domain/org/org.words.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { Section } from '../../../_ui/section.tsx'
import { showDone } from '../../../_ui/toast.tsx'
import { me } from '../_queries.ts'
import { DevicePush } from './device-push.tsx'
import { EmailForm } from './email-form.tsx'
import { PasswordForm } from './password-form.tsx'
import { ProfileForm } from './profile-form.tsx'
import classes from './settings.module.css'

/** One's own account: how clients see one, how one signs in, and where one is signed in. */
export function Account() {
  const trpc = useTRPC()
  const { data } = useSuspenseQuery(me(trpc))
  const end = useMutation(
    trpc.org.endOtherSessions.mutationOptions({
      onSuccess: ({ ended }) =>
        showDone(ended === 0 ? 'You are signed in nowhere else.' : `Signed out of ${ended} other places.`),
    }),
  )
  return (
    <div className={`${classes.page} ${classes.narrow}`}>
      <PageHeader title="Your account" description={`${roleWords[data.role].name} at ${data.office.name}`} />
      <Section title="How clients see you">
        <ProfileForm person={data} />
      </Section>
      <Section title="E-mail" aside={data.email}>
        <EmailForm />
      </Section>
      <Section title="Password">
        <PasswordForm email={data.email} />
      </Section>
      <DevicePush />
      <Section title="Other places">
        <div className={classes.form}>
          <p className={classes.note}>
            Left a browser open at the office, or lost a phone? Sign out everywhere but here.
          </p>
          <div className={classes.foot}>
            <Action disabled={end.isPending} onClick={() => end.mutate()}>
              Sign out everywhere else
            </Action>
          </div>
        </div>
      </Section>
    </div>
  )
}
