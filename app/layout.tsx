import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { TrpcProviders } from './_trpc/client.tsx'
import { inter } from './_ui/font.ts'
import { UiProvider } from './_ui/ui-provider.tsx'

export const metadata: Metadata = {
  title: { default: 'Palmetto', template: '%s · Palmetto' },
  description: 'Homes on the South Carolina coast, and the people who look for them.',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f2e9' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1512' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang="en" {...mantineHtmlProps} className={inter.variable}>
      <head>
        {/* Before the first paint, or a dark room sees a white flash. */}
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <UiProvider nonce={nonce}>
          <TrpcProviders>{children}</TrpcProviders>
        </UiProvider>
      </body>
    </html>
  )
}
