import { ProblemNotice, useChange, usePageTitle, useSurroundings } from '@latchkey/front'
import { Button, buttonClass, Card } from '@latchkey/ui'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import type { OtpauthCode } from '../../codes/read-otpauth.ts'
import { signIn } from '../../phone/sign-in.ts'
import { phoneKey, usePhone } from '../../phone/use-phone.ts'
import { useSaid } from '../../said.ts'
import { LinkBrowser } from '../links/link-browser.tsx'
import { CameraView } from './camera-view.tsx'
import { readScan, type Scan } from './read-scan.ts'

/** Scan a QR code, and say what it is before anything is done with it. */
export function ScanPage() {
  const { scan: text, accounts } = useSaid()
  const [scan, setScan] = useState<Scan>()
  usePageTitle(text.title)
  if (scan?.kind === 'link') {
    return (
      <>
        <BackLink to="/">{accounts.title}</BackLink>
        <LinkBrowser code={scan.code} onAgain={() => setScan(undefined)} />
      </>
    )
  }
  return (
    <>
      <BackLink to="/">{accounts.title}</BackLink>
      <header>
        <h1 className="text-2xl font-bold">{text.title}</h1>
        {scan === undefined && <p className="mt-1 text-soft">{text.lead}</p>}
      </header>
      {scan === undefined ? (
        <CameraView onFound={(code) => setScan(readScan(code, location.origin))} />
      ) : (
        <>
          <Answer scan={scan} />
          <div className="grid">
            <Button onClick={() => setScan(undefined)}>{text.again}</Button>
          </div>
        </>
      )}
    </>
  )
}

function Answer({ scan }: { readonly scan: Exclude<Scan, { readonly kind: 'link' }> }) {
  const { scan: text } = useSaid()
  switch (scan.kind) {
    case 'passkey':
      return <Found title={text.passkeyTitle}>{text.passkeyLead}</Found>
    case 'codes':
      return <Codes codes={scan.codes} />
    case 'account':
      return <Account userName={scan.userName} />
    case 'otherServer':
      return (
        <Found
          title={text.otherTitle}
          action={
            <a href={scan.address} className={buttonClass()} rel="noreferrer">
              {text.otherOpen(scan)}
            </a>
          }
        >
          {text.otherLead(scan)}
        </Found>
      )
    case 'unknown':
      return <Found title={text.unknownTitle}>{text.unknownLead}</Found>
  }
}

function Found({
  title,
  children,
  action,
}: {
  readonly title: string
  readonly children: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div role="status">
      <Card title={title}>
        <p>{children}</p>
        {action !== undefined && <div className="mt-4 grid gap-3">{action}</div>}
      </Card>
    </div>
  )
}

function Codes({ codes }: { readonly codes: OtpauthCode }) {
  const { codes: text } = useSaid()
  const phone = usePhone()
  const navigate = useNavigate()
  const change = useChange({
    does: async () => {
      await phone.codes.add(codes)
      await navigate('/')
    },
    refresh: [phoneKey],
    done: text.added,
  })
  const issuer = codes.issuer || text.unnamed
  return (
    <Found
      title={text.confirmTitle}
      action={
        <>
          {change.problem !== null && <ProblemNotice problem={change.problem} />}
          <Button look="primary" onClick={() => change.run()}>
            {text.add}
          </Button>
        </>
      }
    >
      {text.confirmLead({ issuer })}
      {codes.account !== '' && <span className="mt-2 block font-semibold break-all">{codes.account}</span>}
    </Found>
  )
}

function Account({ userName }: { readonly userName: string | undefined }) {
  const { scan: text } = useSaid()
  const { site } = useSurroundings()
  const change = useChange({ does: () => signIn(site, '/adding', undefined, userName) })
  return (
    <Found
      title={text.accountTitle}
      action={
        <>
          {change.problem !== null && <ProblemNotice problem={change.problem} />}
          <Button look="primary" onClick={() => change.run()}>
            {text.signIn}
          </Button>
        </>
      }
    >
      {text.accountLead}
      {userName !== undefined && <span className="mt-2 block font-semibold break-all">{userName}</span>}
    </Found>
  )
}
