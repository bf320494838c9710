import { v7 } from 'uuid'

/** An id that sorts by the time it was made, as the database's own `uuidv7()` does. */
export const newId = (): string => v7()
