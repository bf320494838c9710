import { closeBooks } from '#server/domain/alerts/run/close-books.ts'
import { booksInWords } from '#server/domain/alerts/run/run.words.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** Each minute: is every planned mail accounted for? */
export const closeAlertBooks = (kit: Kit) =>
  scheduled(kit, 'close-alert-books', async ({ step }) => {
    const { db, now } = kit.deps
    return step.run('close', async () => booksInWords(await closeBooks({ db, now })))
  })
