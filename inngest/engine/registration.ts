import { pause } from './bell.ts'
import type { Core } from './core.ts'
import { RegistrationRefused } from './function.config.ts'
import { syncApp } from './registry.ts'

export type Registration = {
  sync: (url: string) => Promise<void>
  /** The apps that are not registered as they are now, and why. */
  problems: Map<string, string>
  /** Resolves when all apps are registered; rejects when one was refused. */
  ready: Promise<void>
  /** Resolves when each app has said once what it has, be it refused. */
  answered: Promise<unknown>
  stop: () => Promise<void>
}

type Options = { apps: readonly string[]; resyncMs: number }

/** Keeps the apps' functions up to date: asks until they answer, and again from time to time. */
export function keepRegistered(core: Core, { apps, resyncMs }: Options): Registration {
  const stopped = new AbortController()
  const problems = new Map(apps.map((url) => [url, 'has not answered yet']))
  const outcome = Promise.withResolvers<void>()
  outcome.promise.catch(() => {})
  const answers = new Map(apps.map((url) => [url, Promise.withResolvers<void>()]))
  if (apps.length === 0) outcome.resolve()

  async function sync(url: string) {
    try {
      await syncApp(core, url, stopped.signal)
      answers.get(url)?.resolve()
      problems.delete(url)
      if (problems.size === 0) outcome.resolve()
    } catch (error) {
      problems.set(url, error instanceof Error ? error.message : String(error))
      throw error
    }
  }

  async function keep(url: string) {
    for (let waitMs = 100; !stopped.signal.aborted; ) {
      try {
        await sync(url)
        waitMs = resyncMs
      } catch (error) {
        const isRefused = error instanceof RegistrationRefused
        if (isRefused) {
          outcome.reject(error)
          answers.get(url)?.resolve()
        }
        if (stopped.signal.aborted) return
        core.log[isRefused ? 'error' : 'warn']({ url, err: error }, 'app not registered')
        waitMs = Math.min(waitMs * 2, 10_000)
      }
      await pause(waitMs, stopped.signal)
    }
  }

  const keepers = apps.map(keep)
  return {
    sync,
    problems,
    ready: outcome.promise,
    answered: Promise.all([...answers.values()].map(({ promise }) => promise)),
    async stop() {
      stopped.abort()
      await Promise.all(keepers)
    },
  }
}
