import { Notice } from '@latchkey/ui'
import { useSaid } from '../said.ts'

/** A combination of rules that leads people nowhere: what happens, and what to do instead. */
export function LoopNotice({
  loop,
}: {
  readonly loop: { readonly code: string; readonly happens: string; readonly instead: string }
}) {
  const { lockOut } = useSaid()
  const known = Object.entries(lockOut.loopAdvice).find(([code]) => code === loop.code)?.[1]
  // What the server says is English: it knows every code, of whichever version it is.
  const { happens, instead } = known ?? loop
  return (
    <Notice tone="warn" title={lockOut.loops}>
      <p>{happens}</p>
      <p>{instead}</p>
    </Notice>
  )
}
