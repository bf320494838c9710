const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/OPR\//, 'Opera'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const SYSTEMS = [
  [/iPhone/, 'an iPhone'],
  [/iPad/, 'an iPad'],
  [/Android/, 'an Android phone'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'a Mac'],
  [/Linux/, 'Linux'],
] as const

const first = (list: readonly (readonly [RegExp, string])[], text: string) =>
  list.find(([pattern]) => pattern.test(text))?.[1]

/** "Chrome on an Android phone", as well as the browser tells it. */
export function deviceInWords(userAgent: string | null): string {
  const browser = first(BROWSERS, userAgent ?? '') ?? 'A browser'
  const system = first(SYSTEMS, userAgent ?? '')
  return system ? `${browser} on ${system}` : browser
}
