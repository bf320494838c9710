'use client'

// Mantine's styles come in a layer, so that ours win in whatever order the bundler puts the files.
import './layers.css'
import '@mantine/core/styles.layer.css'
import './tokens.css'
import './base.css'
import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { cssVariables, theme } from './theme.ts'
import { ToastPlace } from './toast-place.tsx'

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
      <ToastPlace />
    </MantineProvider>
  )
}
