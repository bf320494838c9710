/** The nearest proxy appends the address it saw; everything before the last comma is the caller's own claim. */
export const callerAddress = (forwardedFor: string | null | undefined): string | undefined =>
  forwardedFor?.split(',').at(-1)?.trim() || undefined

/** What is counted together: an IPv4 address, or the 64 bits that one IPv6 customer has to play with. */
export function networkOf(forwardedFor: string | null | undefined): string | undefined {
  const address = callerAddress(forwardedFor)?.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!address?.includes(':')) return address
  const [head = ''] = address.toLowerCase().split('::')
  return `${head.split(':').slice(0, 4).join(':')}::/64`
}
