import { redirect } from 'next/navigation'

/** There is no list of reports: the first of them is the page. */
export default function ReportsPage() {
  redirect('/reports/response')
}
