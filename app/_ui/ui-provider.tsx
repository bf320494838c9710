'use client'

// Mantine's styles come in a layer, so that ours win in whatever order the bundler puts the files.
import './layers.css'
import '@mantine/core/styles.layer.css'
import './theme.css'
import './tokens.css'
import './base.css'
import {
  localStorageColorSchemeManager,
  MantineContext,
  MantineThemeProvider,
  useProviderColorScheme,
} from '@mantine/core'
import type { ReactNode } from 'react'
import { theme } from './theme.ts'
import { ToastPlace } from './toast-place.tsx'

const manager = localStorageColorSchemeManager()
const getRootElement = () => document.documentElement

/** Theme, colour scheme and toasts for everything below: Mantine's own provider, without what it works out in the browser. */
export function UiProvider({ nonce, children }: { nonce?: string | undefined; children: ReactNode }) {
  const scheme = useProviderColorScheme({
    ...{ manager, getRootElement },
    defaultColorScheme: 'auto',
    forceColorScheme: undefined,
  })
  return (
    <MantineContext
      value={{
        ...scheme,
        getRootElement,
        classNamesPrefix: 'mantine',
        cssVariablesSelector: ':root',
        withStaticClasses: true,
        deduplicateInlineStyles: true,
        ...(nonce ? { getStyleNonce: () => nonce } : {}),
      }}
    >
      <MantineThemeProvider theme={theme}>
        {children}
        <ToastPlace />
      </MantineThemeProvider>
    </MantineContext>
  )
}
