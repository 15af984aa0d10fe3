import { CopyButton } from '@latchkey/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { makeCode, millisecondsLeft } from '../../codes/one-time-code.ts'
import type { KeptCodes } from '../../phone/notes.ts'
import { usePhone } from '../../phone/use-phone.ts'
import { useSaid } from '../../said.ts'

/** A one-time code, large, and how long it still counts. */
export function CodeView({ codes }: { readonly codes: KeptCodes }) {
  const { codes: text, common } = useSaid()
  const phone = usePhone()
  const now = useSeconds()
  const { data: secret } = useQuery({
    queryKey: ['code-secret', codes.id, codes.sealedBy],
    queryFn: () => phone.codes.open(codes),
    networkMode: 'always',
    gcTime: 0,
  })
  const step = Math.floor(now / 1000 / codes.periodSeconds)
  const { data: code } = useQuery({
    queryKey: ['code', codes.id, step],
    queryFn: () => (secret === undefined ? '' : makeCode(secret, step * codes.periodSeconds * 1000)),
    enabled: secret !== undefined,
    networkMode: 'always',
    gcTime: 0,
  })
  const left = millisecondsLeft(codes, now)
  const account = codes.account || codes.issuer || text.unnamed
  return (
    <div className="flex items-center gap-3">
      <Countdown share={left / (codes.periodSeconds * 1000)} />
      <div className="min-w-0 flex-1">
        <p className="font-mono text-3xl font-bold tracking-wider tabular-nums">
          <output aria-label={text.code({ account })}>{code === undefined ? '' : inGroups(code)}</output>
        </p>
        <p className="text-sm whitespace-nowrap text-soft" aria-hidden>
          {text.left({ seconds: Math.ceil(left / 1000) })}
        </p>
      </div>
      {code !== undefined && <CopyButton key={code} text={code} words={common} />}
    </div>
  )
}

/** A pie that shrinks. It says what the text beside it says. */
function Countdown({ share }: { readonly share: number }) {
  const around = 2 * Math.PI * 15
  return (
    <svg viewBox="0 0 36 36" aria-hidden="true" className="size-10 flex-none -rotate-90">
      <circle cx="18" cy="18" r="15" fill="none" strokeWidth="4" className="stroke-line" />
      <circle
        cx="18"
        cy="18"
        r="15"
        fill="none"
        strokeWidth="4"
        strokeLinecap="round"
        strokeDasharray={`${around * share} ${around}`}
        className={share < 0.2 ? 'stroke-bad' : 'stroke-accent'}
      />
    </svg>
  )
}

/** The time of the phone, a second at a time. */
function useSeconds(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}

function inGroups(code: string): string {
  const half = Math.ceil(code.length / 2)
  return `${code.slice(0, half)} ${code.slice(half)}`
}
