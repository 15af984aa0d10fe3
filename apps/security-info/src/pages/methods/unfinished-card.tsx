import type { UnfinishedOfPerson } from '@latchkey/api'
import { useChange, useClient, useTimes } from '@latchkey/front'
import { Button, buttonClass, Card } from '@latchkey/ui'
import { findProblemWords } from '@latchkey/words'
import { Link } from 'react-router'
import { useSaid } from '../../said.ts'
import { describeDeletion } from './describe.ts'
import { methodsKey } from './use-methods.ts'

/** Registrations that came to nothing in the last day: what may be left on a device, and how to tidy up. */
export function UnfinishedCard({ unfinished }: { readonly unfinished: readonly UnfinishedOfPerson[] }) {
  const { unfinished: text } = useSaid().methods
  if (unfinished.length === 0) return null
  return (
    <Card title={text.title} lead={text.lead}>
      <ul className="flex flex-col gap-4">
        {unfinished.map((each) => (
          <Unfinished key={each.kind} unfinished={each} />
        ))}
      </ul>
    </Card>
  )
}

function Unfinished({ unfinished }: { readonly unfinished: UnfinishedOfPerson }) {
  const said = useSaid()
  const times = useTimes()
  const client = useClient()
  const { kind, code, at, model } = unfinished
  const { unfinished: text } = said.methods
  const change = useChange({
    does: () => client.send('DELETE', `/unfinished/${kind}`),
    refresh: [methodsKey],
  })
  const name = model?.name ?? text.kinds[kind]
  return (
    <li className="flex flex-wrap items-start justify-between gap-3">
      <div className="max-w-xl min-w-60 flex-1">
        <p className="font-semibold">{name}</p>
        <p className="text-sm text-soft">
          {times.ago(at)} · {findProblemWords(said, code)?.title ?? said.problems.fault.title}
        </p>
        <p className="mt-1 text-sm">
          {model === undefined ? text.cleanUp[kind] : describeDeletion(model, said)}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Link
          to={kind === 'provider' ? '/add' : `/add/passkey/${kind}`}
          className={buttonClass('quiet', 'small')}
        >
          {text.retry}
        </Link>
        <Button
          size="small"
          aria-label={text.dismissNamed({ name })}
          busy={change.busy ? said.common.working : undefined}
          onClick={() => change.run()}
        >
          {text.dismiss}
        </Button>
      </div>
    </li>
  )
}
