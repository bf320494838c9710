'use client'

import { IconBell, IconBellOff } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { Section } from '../../../_ui/section.tsx'
import { When } from '../../../_ui/when.tsx'
import { devicePush } from '../_queries.ts'
import { deviceInWords } from './device.words.ts'
import classes from './settings.module.css'
import { useDevicePush } from './use-device-push.ts'

type Devices = { endpoint: string; userAgent: string | null; createdAt: Date; failedAt: Date | null }[]

function ThisDevice({ publicKey, devices }: { publicKey: string; devices: Devices }) {
  const known = useMemo(() => devices.map(({ endpoint }) => endpoint), [devices])
  const { state, isBusy, turnOn, turnOff } = useDevicePush({ publicKey, known })
  switch (state) {
    case 'unable':
      return (
        <p className={classes.note}>
          This browser shows no notifications. On an iPhone, add Palmetto to the home screen (Share, then “Add to Home
          Screen”), and open it from there.
        </p>
      )
    case 'denied':
      return (
        <p className={classes.note}>
          You have told this browser to show none of ours. Allow them in its settings for this site, then come back.
        </p>
      )
    case 'on':
      return (
        <Action icon={IconBellOff} disabled={isBusy} onClick={turnOff}>
          Stop on this device
        </Action>
      )
    default:
      return (
        <Action primary icon={IconBell} disabled={isBusy || state === 'looking'} onClick={turnOn}>
          Tell me on this device
        </Action>
      )
  }
}

/** Whether this device tells of leads that are held out; and the other devices that do. */
export function DevicePush() {
  const { data } = useSuspenseQuery(devicePush(useTRPC()))
  const { publicKey, devices } = data
  if (!publicKey) return null
  return (
    <Section title="Notifications of leads">
      <div className={classes.form}>
        <p className={classes.note}>
          When a lead is held out to you, your devices tell you at once: what is wanted, where, and until when. Never
          who it is. The mail comes too, whatever happens to a notification.
        </p>
        <div className={classes.foot}>
          <ThisDevice publicKey={publicKey} devices={devices} />
        </div>
        {devices.length > 0 && (
          <ul className={classes.devices} aria-label="Devices that tell you">
            {devices.map(({ endpoint, userAgent, createdAt, failedAt }) => (
              <li key={endpoint}>
                {deviceInWords(userAgent)}, since <When at={createdAt} />
                {failedAt && '; could not be reached the last time'}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  )
}
