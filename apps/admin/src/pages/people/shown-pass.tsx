import { useTimes } from '@latchkey/front'
import { Button, CopyButton, Notice } from '@latchkey/ui'
import { Printer } from 'lucide-react'
import { useSaid } from '../../said.ts'
import type { IssuedPass } from './person.ts'

/** A pass, this once. */
export function ShownPass({ issued }: { readonly issued: IssuedPass }) {
  const {
    person: { pass: said },
    common,
  } = useSaid()
  const { at } = useTimes()
  const until = new Date(new Date(issued.startDateTime).getTime() + issued.lifetimeInMinutes * 60_000)
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="good" title={said.shownTitle} live="polite">
        {said.shownLead}
      </Notice>
      <p className="rounded-xl border border-edge bg-hover px-4 py-5 text-center font-mono text-2xl font-semibold tracking-widest break-all select-all">
        {issued.temporaryAccessPass}
      </p>
      <p className="text-center text-soft">{said.until({ until: at(until) })}</p>
      <div className="flex flex-wrap justify-center gap-2 print:hidden">
        <CopyButton text={issued.temporaryAccessPass} words={common} />
        <Button size="small" icon={<Printer aria-hidden className="size-4" />} onClick={() => print()}>
          {said.print}
        </Button>
      </div>
    </div>
  )
}
