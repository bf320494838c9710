import { drawCoast } from '../../_map/coast.ts'

export const dynamic = 'force-static'

export const GET = () => Response.json(drawCoast(), { headers: { 'cache-control': 'public, max-age=86400' } })
