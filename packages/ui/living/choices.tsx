import { useState } from 'react'
import { Card, CheckboxField, ChoiceField, CopyButton, Facts, SearchField, TextArea } from '../src/index.ts'

type Keeping = 'bound' | 'synced'

/** What is ticked, chosen among cards, searched, and read off. */
export function Choices() {
  const [checked, setChecked] = useState(true)
  const [keeping, setKeeping] = useState<Keeping>('bound')
  const [text, setText] = useState('')
  return (
    <>
      <Card title="Choices">
        <div className="flex flex-col gap-5">
          <ChoiceField<Keeping>
            label="Where should the passkey live?"
            columns={2}
            value={keeping}
            onChoose={setKeeping}
            options={[
              { value: 'bound', label: 'On this device only', about: 'It never leaves it.' },
              { value: 'synced', label: 'Synced', unavailable: 'Your organisation does not allow it.' },
            ]}
          />
          <CheckboxField
            label="Leave out accounts for emergencies"
            hint="They open the door when everything else is shut."
            checked={checked}
            onCheck={setChecked}
          />
          <CheckboxField
            label="Cannot be ticked"
            unavailable="There is no such account yet."
            checked={false}
            onCheck={() => {}}
          />
        </div>
      </Card>
      <Card title="Search, text and facts">
        <div className="flex flex-col gap-5">
          <SearchField label="Find a person" value={text} onType={setText} />
          <TextArea label="Reason" hint="Whoever approves it reads this." rows={3} />
          <Facts
            items={[
              ['Model', 'YubiKey 5 NFC'],
              ['Added', '2 January 2026'],
              [
                'Reference',
                <span key="reference" className="flex flex-wrap items-center gap-3">
                  <code>019310a2-7c9e-7f00</code>
                  <CopyButton text="019310a2-7c9e-7f00" words={{ copy: 'Copy', copied: 'Copied' }} />
                </span>,
              ],
            ]}
          />
        </div>
      </Card>
    </>
  )
}
