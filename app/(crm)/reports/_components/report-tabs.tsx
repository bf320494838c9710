import { LinkTabs } from '../../../_ui/link-tabs.tsx'

const REPORTS = [
  { key: 'response', href: '/reports/response', label: 'Response', title: 'How fast people turn to leads' },
  { key: 'fairness', href: '/reports/fairness', label: 'Equal service', title: 'Whether every area is served alike' },
] as const

/** The reports there are. */
export const ReportTabs = ({ here }: { here: (typeof REPORTS)[number]['key'] }) => (
  <LinkTabs label="Reports" tabs={REPORTS.map((report) => ({ ...report, count: null, here: report.key === here }))} />
)
