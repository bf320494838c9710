import type { Db } from 'mongodb'
import { type Guard, type Route, serveRoutes } from './http.ts'
import { pageRoutes } from './pages.ts'
import { recordRoutes } from './records.ts'

type Options = {
  port: number
  /** The old system's database: this server has no other state. */
  db: Db
  /** Who is let in; none lets everybody in, as behind the office's own network. */
  guards?: readonly Guard[]
  /** More addresses than the records and their pages. */
  routes?: readonly Route[]
  /** Where the same records stand in Palmetto; without it pages lead nowhere else. */
  palmettoUrl?: string
}

export type OldApi = { url: string; stop: () => Promise<void> }

/** The brokerage's old site, which goes on beside Palmetto: `/api/<kind>` for programs, `/<kind>/<id>` for people. */
export const startOldApi = ({ port, db, guards = [], routes = [], palmettoUrl }: Options): Promise<OldApi> =>
  serveRoutes(port, guards, [...routes, ...recordRoutes(db), ...pageRoutes(db, palmettoUrl)])
