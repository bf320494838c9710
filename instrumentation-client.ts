type Problem = { error: unknown; message: string }

const AT_MOST = 20

const waiting: Problem[] = []
let report: ((problem: Problem) => void) | undefined
let starting = false
let seen = 0

/** Costs a healthy page nothing: the reporter is loaded when there is something to report. */
async function startReporting() {
  const { startReporter } = await import('./app/_monitoring/reporter.ts')
  report = (await startReporter()) ?? (() => {})
  for (const problem of waiting.splice(0)) report(problem)
}

function notice(problem: Problem) {
  seen += 1
  // A page that throws in a loop says nothing new after the first ones.
  if (seen > AT_MOST) return
  if (report) return report(problem)
  waiting.push(problem)
  if (starting) return
  starting = true
  startReporting().catch(() => {
    starting = false
  })
}

window.addEventListener('error', ({ error, message }) => notice({ error, message }))
window.addEventListener('unhandledrejection', ({ reason }) => notice({ error: reason, message: String(reason) }))
