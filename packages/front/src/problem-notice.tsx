import { ApiProblem } from '@latchkey/api'
import { Button, CopyButton, Notice } from '@latchkey/ui'
import { findProblemWords } from '@latchkey/words'
import { useSurroundings } from './surroundings.ts'

/** What went wrong, why, what to do, where to read more, and the reference to tell the help desk. */
export function ProblemNotice({ problem, onRetry }: { readonly problem: unknown; onRetry?(): void }) {
  const { words } = useSurroundings()
  const { common, frame, problems } = words
  const known = problem instanceof ApiProblem ? problem : undefined
  const said = (known && findProblemWords(words, known.code)) ?? problems.fault
  const reference = known?.correlationId
  return (
    <Notice
      tone="bad"
      title={said.title}
      live="assertive"
      actions={
        <>
          {onRetry && <Button onClick={onRetry}>{frame.tryAgain}</Button>}
          {reference !== undefined && <CopyButton text={reference} words={common} />}
        </>
      }
    >
      <p>{said.reason}</p>
      <p>{said.next}</p>
      {known !== undefined && known.message !== known.code && explains(known) && (
        <p className="mt-1 text-soft">{known.message}</p>
      )}
      {known !== undefined && reference !== undefined && (
        <>
          <p className="mt-1">
            <a
              className="underline"
              href={`/help/${known.code}?correlation=${reference}`}
              target="_blank"
              rel="noopener"
            >
              {common.moreHelp}
            </a>
          </p>
          <p className="mt-1 text-soft">
            {common.correlationId} <code>{reference}</code>
          </p>
        </>
      )}
    </Notice>
  )
}

/** What the API says in English about what was sent: it names the property, which no general words do. */
function explains({ status, code }: ApiProblem): boolean {
  return status === 400 && general.has(code)
}

/** Codes whose words cannot say which part of what was sent is wrong. */
const general: ReadonlySet<string> = new Set([
  'invalid_input',
  'document_invalid',
  'Request_BadRequest',
  'badRequest',
  'BadRequest',
])
