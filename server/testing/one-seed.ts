import fc from 'fast-check'
import { inject } from 'vitest'

// Properties look at the same cases in every run: one that fails in one run of a hundred stops whoever changes something
// else. `SEED=$RANDOM npm test` looks further.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: inject('seed') })

declare module 'vitest' {
  interface ProvidedContext {
    seed: number
  }
}
