/** The push services of the browsers people use. Whoever subscribes names the address that we are to call: only these. */
const HOSTS = ['fcm.googleapis.com', 'jmt17.google.com', 'updates.push.services.mozilla.com', 'web.push.apple.com']
const FAMILIES = ['.push.services.mozilla.com', '.push.apple.com', '.notify.windows.com']

/**
 * Whether we send to this address: a push service by https on its usual port, without credentials; or the one origin
 * that a test names, which plays a push service.
 */
export function mayPushTo(endpoint: string, sinkUrl?: string): boolean {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, port, username, password, origin } = new URL(endpoint)
  if (username || password) return false
  if (sinkUrl && origin === new URL(sinkUrl).origin) return true
  if (protocol !== 'https:' || port !== '') return false
  return HOSTS.includes(hostname) || FAMILIES.some((family) => hostname.endsWith(family))
}
