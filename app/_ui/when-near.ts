/** Handlers for a button: what it will open is fetched when a hand, or the focus, comes near, so that nobody waits after the click. */
export function whenNear(load: () => Promise<unknown>) {
  // What did not come is asked for again by the click, which also says so.
  const fetchIt = () => void load().catch(() => {})
  return { onPointerEnter: fetchIt, onFocus: fetchIt }
}
