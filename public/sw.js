// Shows what a push brings, and opens what it is about. It keeps nothing and answers no request: the pages are live.

const here = (path) => (typeof path === 'string' && /^\/offers\/[0-9a-f-]{36}(\?|$)/.test(path) ? path : '/leads')

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('push', (event) => {
  const read = () => {
    try {
      return event.data?.json() ?? {}
    } catch {
      return {}
    }
  }
  const { title = 'A lead for you', body = '', url, tag, quiet } = read()
  event.waitUntil(
    self.registration.showNotification(String(title), {
      body: String(body),
      // Told again, it takes the place of what stands there, and makes itself heard; what is over does so without a sound.
      ...(tag ? { tag: String(tag), renotify: !quiet, silent: Boolean(quiet) } : {}),
      icon: '/icon.svg',
      requireInteraction: !quiet,
      data: { url: here(url) },
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { url } = event.notification.data ?? {}
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then(async ([open]) => {
      if (!open) return self.clients.openWindow(here(url))
      await open.focus()
      return open.navigate(here(url))
    }),
  )
})
