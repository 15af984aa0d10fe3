import { ChoiceField } from '@latchkey/ui'
import { useState } from 'react'
import { useSaid } from '../../said.ts'
import { PassDialog } from './pass-dialog.tsx'
import type { PersonInFull } from './person.ts'
import { useIssuePass } from './use-issue-pass.ts'
import { useMayTo } from './use-person.ts'

/** What the help desk does on the phone: make sure who it is, give a pass, and take what was lost if it is gone for good. */
export function LostPhone({ person, onClose }: { readonly person: PersonInFull; onClose(): void }) {
  const {
    person: { lostPhone: said },
  } = useSaid()
  const mayTo = useMayTo(person)
  const { issue, requireAgain } = useIssuePass(person.id)
  const [way, setWay] = useState<'passOnly' | 'again'>('passOnly')
  return (
    <PassDialog
      title={said.title({ name: person.displayName })}
      lead={said.lead}
      terms={person.passTerms}
      submit={said.submit}
      issue={way === 'again' ? requireAgain : issue}
      onClose={onClose}
    >
      <ChoiceField<'passOnly' | 'again'>
        label={said.how}
        value={way}
        options={[
          { value: 'passOnly', label: said.passOnly, about: said.passOnlyAbout },
          {
            value: 'again',
            label: said.again,
            about: said.againAbout,
            unavailable: mayTo('remove a method'),
          },
        ]}
        onChoose={(chosen) => setWay(chosen)}
      />
    </PassDialog>
  )
}
