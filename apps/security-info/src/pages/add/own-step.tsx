import type { Qr } from '@latchkey/api'
import { useClient } from '@latchkey/front'
import type { Step, Wizard } from '@latchkey/guidance'
import { buttonClass, Notice, PageHead, QrCode, ScanPicture, Skeleton } from '@latchkey/ui'
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleUserRound, LockKeyhole, Puzzle, RotateCcw, Smartphone } from 'lucide-react'
import { useSaid } from '../../said.ts'
import { Onward } from './onward.tsx'
import { Points } from './points.tsx'

type OwnStepOf<Id extends Step['id']> = Extract<Step, { readonly id: Id }>

const icons = { extension: Puzzle, phoneApp: Smartphone, agent: Smartphone }

/** What an authenticator of ours takes, said before anything is tried. */
export function OwnRequirements({
  step: { surface, name },
  onNext,
}: {
  readonly step: OwnStepOf<'ownRequirements'>
  onNext(): void
}) {
  const { steps, common } = useSaid()
  const { own } = steps
  const Icon = icons[surface]
  return (
    <>
      <PageHead title={steps.requirements.title} lead={own.lead[surface]({ name })} />
      <Points
        items={[
          [<Icon key="icon" />, own.needs[surface]],
          [<LockKeyhole key="icon" />, own.lock[surface]],
          surface === 'agent' && [<CircleCheck key="icon" />, steps.requirements.both],
        ]}
      />
      <Onward onNext={onNext}>{common.next}</Onward>
    </>
  )
}

/** Where it is to be had: a link here, a code for the phone, or whoever installs it. */
export function GetOwn({
  step,
  wizard,
  onNext,
}: {
  readonly step: OwnStepOf<'getOwn'>
  readonly wizard: Wizard
  onNext(): void
}) {
  const { own, getApp } = useSaid().steps
  const { surface, name, address, show } = step
  return (
    <>
      <PageHead title={getApp.title({ name })} lead={own.getLead[surface]} />
      {address === undefined ? (
        <Notice title={own.getNone} />
      ) : (
        <div className="flex flex-col items-start gap-4 rounded-2xl border border-line bg-paper p-5 shadow-card">
          {show === 'code' && wizard.kind === 'provider' && <AddressCode provider={wizard.provider.id} />}
          <a href={address} target="_blank" rel="noreferrer" className={buttonClass('quiet')}>
            {own.open}
          </a>
        </div>
      )}
      <Onward onNext={onNext}>{getApp.have}</Onward>
    </>
  )
}

function AddressCode({ provider }: { readonly provider: string }) {
  const { steps, frame } = useSaid()
  const client = useClient()
  const { data } = useQuery({
    queryKey: ['store', provider],
    queryFn: ({ signal }) => client.get<Qr>(`/providers/${provider}/own`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data === undefined ? (
    <Skeleton label={frame.loading} lines={3} />
  ) : (
    <QrCode {...data} label={steps.own.code} />
  )
}

/** The account in it: added, there already, or signed out. */
export function OwnAccount({
  step: { surface, name },
  onNext,
}: {
  readonly step: OwnStepOf<'ownAccount'>
  onNext(): void
}) {
  const { own } = useSaid().steps
  return (
    <>
      <PageHead title={own.account({ name })} lead={own.accountLead} />
      <Points
        items={[
          [<CircleUserRound key="icon" />, own.add[surface]],
          [<CircleCheck key="icon" />, own.there],
          [<RotateCcw key="icon" />, own.signedOut],
        ]}
      />
      <Onward onNext={onNext}>{own.accountDone}</Onward>
    </>
  )
}

/** The agent scans the code: the phone's camera knows nothing of it. */
export function OwnScan({ step, onNext }: { readonly step: OwnStepOf<'ownScan'>; onNext(): void }) {
  const { steps, common } = useSaid()
  const { own, camera } = steps
  return (
    <>
      <PageHead title={own.scan({ name: step.name })} lead={camera.lead} />
      <ScanPicture label={camera.picture} />
      <p className="max-w-xl">{own.scanHow}</p>
      <Onward onNext={onNext}>{common.next}</Onward>
    </>
  )
}

/** The passkey is made on the phone. This page looks for it, and goes on by itself. */
export function InApp({ step: { name } }: { readonly step: OwnStepOf<'inApp'> }) {
  const { own, prompt } = useSaid().steps
  return (
    <>
      <PageHead title={prompt.provider({ name })} lead={own.inApp} />
      <div className="flex flex-col items-start gap-5 rounded-2xl border border-line bg-paper p-6 shadow-card">
        <span
          aria-hidden
          className="grid size-20 place-items-center rounded-3xl bg-hover text-accent motion-safe:animate-pulse"
        >
          <Smartphone className="size-10" />
        </span>
        <p role="status">{own.inAppWaits}</p>
        <p className="text-sm text-soft">{own.inAppWhere}</p>
      </div>
    </>
  )
}
