import { useTimes } from '@latchkey/front'
import { Button, Card, CopyButton, Notice } from '@latchkey/ui'
import { Printer } from 'lucide-react'
import { useSaid } from '../../said.ts'
import type { Approved } from './pass-request.ts'

/** The pass, for the only time: large enough to read out, with a copy and a print. */
export function GivenPass({ approved, onDone }: { readonly approved: Approved; onDone(): void }) {
  const { requests, common } = useSaid()
  const times = useTimes()
  const { given: text } = requests
  const { pass, request } = approved
  if (pass === null) return <Notice tone="good" live="polite" title={text.agreed} />
  if (pass.temporaryAccessPass === null) return <Notice tone="good" live="polite" title={text.mailed} />
  const until = new Date(Date.parse(pass.startDateTime) + pass.lifetimeInMinutes * 60_000)
  const { displayName, userPrincipalName } = request.user
  return (
    <div data-printed role="status">
      <Card title={text.title} lead={text.lead}>
        <div className="flex flex-col gap-4">
          <p className="text-soft">
            {text.for({ name: displayName ?? requests.someone, userName: userPrincipalName ?? '' })}
          </p>
          <p className="rounded-2xl border border-line bg-hover px-5 py-4 text-center font-mono text-3xl font-bold tracking-[0.2em] break-all select-all sm:text-4xl">
            {pass.temporaryAccessPass}
          </p>
          <div className="flex flex-col gap-1">
            <p>{text.works({ from: times.at(pass.startDateTime), until: times.at(until) })}</p>
            <p>{pass.isUsableOnce ? text.once : text.many}</p>
            <p>{text.howTo}</p>
          </div>
          <div data-unprinted className="flex flex-wrap gap-3">
            <CopyButton text={pass.temporaryAccessPass} words={common} />
            <Button
              size="small"
              icon={<Printer aria-hidden className="size-4" />}
              onClick={() => window.print()}
            >
              {text.print}
            </Button>
            <Button size="small" look="primary" onClick={onDone}>
              {text.done}
            </Button>
          </div>
        </div>
      </Card>
    </div>
  )
}
