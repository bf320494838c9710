import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional(), dev: z.boolean().optional() })),
})
const { packages } = lockSchema.parse(
  JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')),
)
const manifest = z
  .object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')))

/** Below these, a published hole is open. There is no audit service to ask, so the list is kept here. */
const MINIMUM: Record<string, string> = {
  next: '16.4.6',
  'next-auth': '4.24.15',
  '@trpc/server': '11.8.0',
  inngest: '4.24.0',
  nodemailer: '9.1.1',
  sharp: '0.35.4',
}
/** These reach the old servers and executors that we speak to; a minor release may not. */
const EXACT: Record<string, string> = { mongodb: '6.9.0', inngest: '4.24.0' }
/** Peers of each other: one version for all, or types and wire drift apart. */
const TOGETHER = [
  ['@trpc/server', '@trpc/client', '@trpc/tanstack-react-query'],
  ['prisma', '@prisma/client', '@prisma/adapter-pg', '@prisma/driver-adapter-utils'],
  ['react', 'react-dom'],
]

const installed = (name: string) =>
  Object.entries(packages).flatMap(([path, { version, dev }]) =>
    path.endsWith(`node_modules/${name}`) && version && !dev ? [{ path, version }] : [],
  )
const isAtLeast = (version: string, minimum: string) =>
  version.localeCompare(minimum, 'en', { numeric: true, sensitivity: 'base' }) >= 0 && !version.includes('-')

test.each(Object.entries(MINIMUM))('%s is at least %s, wherever it is installed for production', (name, minimum) => {
  const found = installed(name)
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter(({ version }) => !isAtLeast(version, minimum))).toEqual([])
})

test.each(Object.entries(EXACT))('%s is exactly %s', (name, version) => {
  expect(installed(name).map((each) => each.version)).toEqual([version])
  expect(manifest.dependencies[name]).toBe(version)
})

test.each(TOGETHER.map((names) => [names.join(', '), names] as const))('%s have one version', (_, names) => {
  const all: Record<string, string> = { ...manifest.dependencies, ...manifest.devDependencies }
  expect(new Set(names.map((name) => all[name])).size).toBe(1)
})

test('every dependency is pinned', () => {
  const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

test('versions are compared as numbers', () => {
  expect([isAtLeast('9.10.0', '9.9.0'), isAtLeast('9.1.0', '9.1.1'), isAtLeast('16.4.6', '16.4.6')]).toEqual([
    true,
    false,
    true,
  ])
})
