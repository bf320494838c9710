import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'

/** The old system's database is away or refuses; who asks again later goes on where they were. */
export class LegacyUnavailable extends Error {
  override readonly name = 'LegacyUnavailable'
  /** It was not asked at all: it failed several times in a row, and is left alone for a while. */
  readonly isLeftAlone: boolean

  constructor(message: string, cause: unknown) {
    super(message, { cause })
    this.isLeftAlone = cause instanceof BrokenCircuitError
  }
}

const reasonOf = (error: unknown) => {
  if (error instanceof BrokenCircuitError) return 'it failed several times in a row, so we wait before asking again'
  if (error instanceof TaskCancelledError) return 'it took too long'
  // Addresses and credentials can stand in a driver's message; its first words are enough.
  return error instanceof Error
    ? `${error.name}: ${error.message.replaceAll(/mongodb:\/\/\S+/g, 'its address').slice(0, 200)}`
    : 'unknown error'
}

type Options = {
  /** So many in a row, and nobody asks for a while. */
  failures?: number
  /** Then one question is let through, and its answer decides for all. */
  halfOpenAfterMs?: number
  /** Whoever waits is answered by then, whatever the server and the driver do. Left out: they keep their own time. */
  deadlineMs?: number
}

/** Puts a circuit breaker before questions to the old database, and names what goes wrong in words. */
export function guardQuestions({ failures = 5, halfOpenAfterMs = 10_000, deadlineMs }: Options = {}) {
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: halfOpenAfterMs,
    breaker: new ConsecutiveBreaker(failures),
  })
  const policy = deadlineMs === undefined ? breaker : wrap(breaker, timeout(deadlineMs, TimeoutStrategy.Aggressive))
  let answeredAt: Date | null = null
  return {
    ask: async <T>(question: () => Promise<T>): Promise<T> => {
      try {
        const answer = await policy.execute(question)
        answeredAt = new Date()
        return answer
      } catch (error) {
        throw new LegacyUnavailable(`The old system's database does not answer (${reasonOf(error)}).`, error)
      }
    },
    /** When it last answered this process. */
    answeredAt: () => answeredAt,
  }
}
