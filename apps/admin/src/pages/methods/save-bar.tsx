import { ProblemNotice } from '@latchkey/front'
import { Button } from '@latchkey/ui'
import type { RuleChange } from '../../lock-out/use-rule-change.tsx'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'

/** What is at the end of every page that changes rules. */
export interface SaveBarProps<Input> {
  readonly change: RuleChange<Input>
  readonly input: Input
  /** Whether anything is entered that is not kept yet. */
  readonly isChanged: boolean
  readonly act: 'change the methods policy' | 'change conditional access'
}

/** See `SaveBarProps`: save, or look first whom it would shut out. */
export function SaveBar<Input>({ change, input, isChanged, act }: SaveBarProps<Input>) {
  const { frame, lockOut, methods } = useSaidIn('signIn')
  const unavailable = useWhyNot(act) ?? (isChanged ? undefined : methods.nothingChanged)
  return (
    <>
      {change.problem && <ProblemNotice problem={change.problem} />}
      <div className="sticky bottom-0 z-10 -mb-4 flex flex-wrap gap-3 border-t border-line bg-ground py-4">
        <Button
          look="primary"
          unavailable={unavailable}
          busy={change.busy ? frame.saving : undefined}
          onClick={() => change.run(input)}
        >
          {frame.save}
        </Button>
        <Button unavailable={unavailable} onClick={() => change.look(input)}>
          {lockOut.see}
        </Button>
      </div>
      {change.dialog}
    </>
  )
}
