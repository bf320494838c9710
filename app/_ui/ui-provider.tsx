'use client'

import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './tokens.css'
import './base.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { cssVariables, theme } from './theme.ts'

/** Theme, colour scheme and toasts for everything below. */
export function UiProvider({ nonce, children }: { nonce?: string | undefined; children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      deduplicateInlineStyles
      {...(nonce ? { getStyleNonce: () => nonce } : {})}
    >
      {children}
      <Notifications position="bottom-center" autoClose={6_000} limit={3} transitionDuration={120} />
    </MantineProvider>
  )
}
