/** One value of a row that becomes another, if it still is what it was. */
export type Swap<Value> = { id: string; from: Value; to: Value }
