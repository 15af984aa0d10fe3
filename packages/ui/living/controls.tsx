import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { Button, Card, Modal, SelectField, SwitchField, TabSet, TextField, useToast } from '../src/index.ts'

type Kind = 'synced' | 'bound'

const kinds: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'synced', label: 'Synced or on one device' },
  { value: 'bound', label: 'On one device only' },
]

/** What is pressed, typed and chosen. */
export function Controls() {
  const [on, setOn] = useState(true)
  const [kind, setKind] = useState<Kind>('synced')
  const [asking, setAsking] = useState(false)
  const tell = useToast()
  return (
    <>
      <Card title="Buttons" lead="One of them is the way on.">
        <div className="flex flex-wrap gap-3">
          <Button look="primary" icon={<KeyRound aria-hidden className="size-5" />}>
            Add a passkey
          </Button>
          <Button>Not now</Button>
          <Button look="danger" onClick={() => setAsking(true)}>
            Delete
          </Button>
          <Button busy="Saving">Save</Button>
          <Button unavailable="Only a global administrator can do this">Change roles</Button>
          <Button size="small" onClick={() => tell('Saved.')}>
            Save a small thing
          </Button>
        </div>
        <Modal
          open={asking}
          title="Delete “Work laptop”?"
          lead="It will not open your account any more."
          closeLabel="Close"
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>Keep it</Button>
              <Button look="danger" onClick={() => setAsking(false)}>
                Delete it
              </Button>
            </>
          }
        >
          <p>You still have one other passkey.</p>
        </Modal>
      </Card>
      <Card title="Fields">
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField label="Name" hint="So that you know it among others." defaultValue="Work laptop" />
          <TextField label="Work email" error="This is not an email address." defaultValue="ada" />
          <SelectField<Kind> label="Passkeys" value={kind} onChoose={setKind} options={kinds} />
          <SwitchField label="Attestation" hint="A key has to prove its model." on={on} onSwitch={setOn} />
        </div>
      </Card>
      <Card title="Sides">
        <Sides />
      </Card>
    </>
  )
}

function Sides() {
  const [shown, setShown] = useState('people')
  return (
    <TabSet
      label="What it is about"
      shown={shown}
      onShow={setShown}
      tabs={[
        { name: 'people', label: 'People', content: <p>Everybody, but the night shift.</p> },
        { name: 'apps', label: 'Apps', content: <p>Payroll.</p> },
        { name: 'places', label: 'Places', content: <p>Anywhere outside the office.</p> },
      ]}
    />
  )
}
