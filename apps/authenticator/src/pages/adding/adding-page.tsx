import { ProblemNotice, usePageTitle, useSurroundings } from '@latchkey/front'
import { Button, Skeleton } from '@latchkey/ui'
import { useMutation } from '@tanstack/react-query'
import { type SomebodyHere, signIn } from '../../phone/sign-in.ts'
import { useHere } from '../../phone/use-here.ts'
import { usePhoneState } from '../../phone/use-phone.ts'
import { useSaid } from '../../said.ts'
import { AddedPage } from './added-page.tsx'
import { PartList } from './part-list.tsx'
import { useSetUp } from './use-set-up.ts'

/**
 * After the sign-in: says whose account it is, and sets everything up when asked to. Nothing happens before that, so
 * that no link from elsewhere registers this phone.
 */
export function AddingPage() {
  const { adding: text, frame } = useSaid()
  const { data: here, error, refetch } = useHere()
  usePageTitle(text.setUpTitle)
  if (error !== null) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (here === undefined) return <Skeleton label={frame.loading} lines={5} />
  return here === null ? <NotSignedIn /> : <SetUp here={here} />
}

function SetUp({ here }: { readonly here: SomebodyHere }) {
  const { adding: text } = useSaid()
  const { accounts } = usePhoneState()
  const setUp = useSetUp()
  if (setUp.at === 'done') return <AddedPage setUp={setUp} />
  const known = setUp.at === 'ready' && accounts.some(({ id }) => id === `${here.tenantId}.${here.userId}`)
  return (
    <>
      <header>
        <h1 className="text-2xl font-bold">{text.setUpTitle}</h1>
        <p className="mt-1 text-soft">{text.signedInAs}</p>
      </header>
      <div className="rounded-2xl border border-line bg-paper p-5 shadow-card">
        <p className="text-lg font-bold break-words">{here.displayName}</p>
        <p className="break-all">{here.userName}</p>
        <p className="text-soft">{here.organisation}</p>
        {known && <p className="mt-3">{text.hereAlready}</p>}
      </div>
      <section className="flex flex-col gap-3">
        <p className="font-semibold">{setUp.at === 'working' ? text.working : text.willDo}</p>
        <PartList states={setUp.states} shows={setUp.at === 'working' ? 'progress' : 'plan'} />
      </section>
      {setUp.at === 'ready' && (
        <div className="grid gap-3">
          <Button look="primary" onClick={() => void setUp.begin()}>
            {text.begin}
          </Button>
          <OtherAccount label={text.other} />
        </div>
      )}
    </>
  )
}

function NotSignedIn() {
  const { adding: text } = useSaid()
  return (
    <>
      <header>
        <h1 className="text-2xl font-bold">{text.notSignedIn}</h1>
        <p className="mt-1 text-soft">{text.notSignedInLead}</p>
      </header>
      <OtherAccount label={text.signIn} />
    </>
  )
}

function OtherAccount({ label }: { readonly label: string }) {
  const { frame } = useSaid()
  const { site } = useSurroundings()
  const leave = useMutation({ mutationFn: () => signIn(site, '/adding') })
  return (
    <div className="grid gap-3">
      {leave.error !== null && <ProblemNotice problem={leave.error} />}
      <Button busy={leave.isPending ? frame.loading : undefined} onClick={() => leave.mutate()}>
        {label}
      </Button>
    </div>
  )
}
