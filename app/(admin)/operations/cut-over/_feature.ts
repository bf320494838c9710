import { FEATURES, type Feature } from '#server/domain/cutover/cutover.words.ts'

export const hrefOf = (feature: Feature) => `/operations/cut-over?feature=${feature}`

/** The feature that the address names; the first one where it names none. */
export function featureOf(name: string | null): { feature: Feature; isPicked: boolean } {
  const feature = FEATURES.find((one) => one === name)
  return feature ? { feature, isPicked: true } : { feature: FEATURES[0], isPicked: false }
}
