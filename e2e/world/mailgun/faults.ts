/**
 * What the peer does with a message it is offered. `take-and-hang`, `take-and-reset` and `garble` accept the message
 * and keep the sender from knowing; the others do not accept it.
 */
export const FAULTS = [
  'error-500',
  'too-many',
  'refuse',
  'reset',
  'take-and-hang',
  'take-and-reset',
  'take-and-fail',
  'garble',
] as const
export type Fault = (typeof FAULTS)[number]

/** Shares of all requests, e.g. `{ 'error-500': 0.2, 'too-many': 0.1 }`. */
export type FaultMix = Partial<Record<Fault, number>>

/** One draw: the fault whose share of the unit interval `at` lies in, or none. */
export function faultAt(mix: FaultMix, at: number): Fault | undefined {
  let edge = 0
  for (const fault of FAULTS) {
    edge += mix[fault] ?? 0
    if (at < edge) return fault
  }
  return undefined
}

export const takesMessage = (fault: Fault | undefined) =>
  fault === undefined || fault === 'garble' || fault.startsWith('take-')
