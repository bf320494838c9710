import { Inngest } from 'inngest'
import type { TestConnection } from './testing.ts'

const quiet = () => {}

/** An Inngest client with nothing of the app's in it, in cloud mode: signatures are checked both ways. */
export const bareClient = ({ baseUrl, eventKey, signingKey }: Omit<TestConnection, 'now'>) =>
  new Inngest({
    id: 'shop',
    isDev: false,
    baseUrl,
    eventKey,
    signingKey,
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  })

export type BareClient = ReturnType<typeof bareClient>
