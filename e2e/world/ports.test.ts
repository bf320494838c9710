import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { assertPortFree, freePort } from '#world/ports.ts'

test('a taken port is named, with what needs it and how to move that', async () => {
  const port = await freePort()
  const squatter = createServer()
  await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve))
  await expect(assertPortFree(port, 'the mail inbox', 'PALMETTO_INBOX_PORT=1090')).rejects.toThrow(
    `Port ${port} is taken, and the mail inbox needs it. Stop what is using it, or move the mail inbox: PALMETTO_INBOX_PORT=1090`,
  )
  await new Promise((resolve) => squatter.close(resolve))
  await assertPortFree(port, 'the mail inbox', 'PALMETTO_INBOX_PORT=1090')
})
