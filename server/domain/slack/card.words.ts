/** What people wrote, so that Slack reads no sign of its own in it: no link, no mention, no bold. */
export const plain = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // A joiner of no width: the sign is seen, and means nothing.
    .replace(/[*_~`]/g, (sign) => `\u2060${sign}\u2060`)

/** A link of ours with words on it. */
export const linked = (url: string, words: string) => `<${url}|${plain(words)}>`

/** "<!date…>": shown on the reader's own clock, and as `otherwise` where Slack can't. */
export const clockTime = (at: Date, otherwise: string) =>
  `<!date^${Math.floor(at.getTime() / 1_000)}^{time}|${plain(otherwise)}>`
