import { expect, test } from 'vitest'
import { mayPushTo } from './push-hosts.ts'

test.each([
  ['https://fcm.googleapis.com/fcm/send/abc', true],
  ['https://updates.push.services.mozilla.com/wpush/v2/abc', true],
  ['https://web.push.apple.com/QGx', true],
  ['https://wns2-par02p.notify.windows.com/w/?token=abc', true],
  ['http://fcm.googleapis.com/fcm/send/abc', false],
  ['https://fcm.googleapis.com:8443/fcm/send/abc', false],
  ['https://user:secret@fcm.googleapis.com/fcm/send/abc', false],
  ['https://fcm.googleapis.com.evil.example/abc', false],
  ['https://evilpush.apple.com/abc', false],
  ['https://push.apple.com/abc', false],
  ['https://fcm.googleapis.com@127.0.0.1/abc', false],
  ['https://127.0.0.1/abc', false],
  ['https://169.254.169.254/latest/meta-data', false],
  ['https://[::1]/abc', false],
  ['file:///etc/passwd', false],
  ['no address', false],
])('to %s a push is sent: %s', (endpoint, may) => {
  expect(mayPushTo(endpoint)).toBe(may)
})

test('what plays a push service is called only where it is named', () => {
  expect(mayPushTo('http://127.0.0.1:4555/push/a')).toBe(false)
  expect(mayPushTo('http://127.0.0.1:4555/push/a', 'http://127.0.0.1:4555')).toBe(true)
  expect(mayPushTo('http://127.0.0.1:4556/push/a', 'http://127.0.0.1:4555')).toBe(false)
})
