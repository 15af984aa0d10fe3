import { Button } from '@latchkey/ui'
import { useEffect, useRef, useState } from 'react'
import { type SaidProblem, sayProblem } from '../say-problem.ts'
import { useSurroundings } from '../surroundings.tsx'

/** A question before something that cannot be undone, in its place: a popup has no room for windows of its own. */
export function AskFirst({
  title,
  lead,
  confirmLabel,
  onConfirm,
  onKeep,
}: {
  readonly title: string
  readonly lead: string
  readonly confirmLabel: string
  onConfirm(): Promise<void>
  onKeep(): void
}) {
  const { said } = useSurroundings()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<SaidProblem>()
  const group = useRef<HTMLDivElement>(null)
  useEffect(() => group.current?.focus(), [])

  const confirm = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      await onConfirm()
    } catch (cause) {
      setProblem(sayProblem(said, cause))
      setBusy(false)
    }
  }

  return (
    <div
      ref={group}
      role="alertdialog"
      aria-label={title}
      tabIndex={-1}
      className="flex flex-col gap-2 rounded-xl border border-bad bg-bad-ground p-3 outline-none"
    >
      <p className="font-semibold break-words">{title}</p>
      <p className="text-sm">{lead}</p>
      {problem && (
        <p role="alert" className="text-sm font-semibold text-bad">
          {problem.title}. {problem.text}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button look="danger" size="small" onClick={confirm} busy={isBusy ? said.common.working : undefined}>
          {confirmLabel}
        </Button>
        <Button size="small" onClick={onKeep}>
          {said.extension.keep}
        </Button>
      </div>
    </div>
  )
}
