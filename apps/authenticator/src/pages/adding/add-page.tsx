import { ProblemNotice, usePageTitle, useSurroundings } from '@latchkey/front'
import { useMutation } from '@tanstack/react-query'
import { BriefcaseBusiness, Keyboard, ScanLine } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import { signIn } from '../../phone/sign-in.ts'
import { useSaid } from '../../said.ts'
import { WideButton, WideLink } from '../../wide-link.tsx'

/** What kind of account to add. */
export function AddPage() {
  const { adding: text, accounts, frame } = useSaid()
  const { site } = useSurroundings()
  const [search] = useSearchParams()
  const leave = useMutation({
    mutationFn: () => signIn(site, '/adding', undefined, search.get('userName') ?? undefined),
  })
  usePageTitle(text.title)
  return (
    <>
      <BackLink to="/">{accounts.title}</BackLink>
      <header>
        <h1 className="text-2xl font-bold">{text.title}</h1>
        <p className="mt-1 text-soft">{text.lead}</p>
      </header>
      {leave.error !== null && <ProblemNotice problem={leave.error} />}
      <div className="flex flex-col gap-3">
        <WideButton
          icon={<BriefcaseBusiness />}
          title={text.work}
          about={leave.isPending ? frame.loading : text.workHint}
          onClick={() => leave.mutate()}
        />
        <WideLink to="/scan" icon={<ScanLine />} title={text.scan} about={text.scanHint} />
        <WideLink to="/codes/add" icon={<Keyboard />} title={text.byHand} about={text.byHandHint} />
      </div>
    </>
  )
}
