import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import chromiumPack from '@sparticuz/chromium'

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The pack's own arguments switch web security off: a test in such a browser proves nothing. */
const ARGUMENTS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-default-apps'],
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]

/** Playwright's own browser when it is installed, then the system's, then the one that npm delivers. */
export async function launchOptions() {
  const own = chromium.executablePath()
  const found = [own, ...SYSTEM_BROWSERS].find((path) => path && existsSync(path))
  return { executablePath: found ?? (await chromiumPack.executablePath()), args: ARGUMENTS }
}
