const HOME = '/listings'

/** Where to go after the door: a path of ours, whatever somebody wrote into the link. */
export function nextPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/')) return HOME
  const own = 'http://own.invalid'
  try {
    const url = new URL(wanted, own)
    // `//elsewhere`, `/\elsewhere` and a tab in between all leave our origin, and only the parser knows them all.
    if (url.origin !== own) return HOME
    return url.pathname.startsWith('//') ? HOME : url.pathname + url.search + url.hash
  } catch {
    return HOME
  }
}
