/** One address and nothing else: a comma in it would be a second recipient, a line break a header. */
export const isOneAddress = (to: string) => /^[^\s,;:<>()[\]\\"]+@[^\s,;:<>()[\]\\"@]+$/.test(to)

/** A header is one line: what stands after a line break in a name or a subject would be a header of its own. */
export const oneLine = (text: string) => text.replace(/[\r\n\0\u0085\u2028\u2029]+/g, ' ').trim()
