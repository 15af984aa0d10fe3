import { useSaid } from '../../said.ts'
import { PassDialog } from './pass-dialog.tsx'
import type { PersonInFull } from './person.ts'
import { useIssuePass } from './use-issue-pass.ts'

/** Everything they have is taken, and a pass is the way in. */
export function RequireAgain({ person, onClose }: { readonly person: PersonInFull; onClose(): void }) {
  const {
    person: { again: said },
  } = useSaid()
  const { requireAgain } = useIssuePass(person.id)
  return (
    <PassDialog
      title={said.title({ name: person.displayName })}
      lead={said.lead}
      terms={person.passTerms}
      submit={said.button}
      issue={requireAgain}
      onClose={onClose}
    />
  )
}
