import { Fingerprint, Usb } from 'lucide-react'
import { useState } from 'react'
import { Badge, Button, Card, type Column, DataTable, List, ListRow, type Sorting } from '../src/index.ts'

interface Policy {
  readonly name: string
  readonly people: number
  readonly state: 'on' | 'watched' | 'off'
}

const policies: readonly Policy[] = [
  { name: 'Phishing-resistant sign-in for administrators', people: 4, state: 'on' },
  { name: 'A passkey for payroll', people: 120, state: 'watched' },
  { name: 'No device codes', people: 2568, state: 'off' },
]

const columns: readonly Column<Policy>[] = [
  { name: 'name', label: 'Policy', sortable: true, show: ({ name }) => name },
  { name: 'people', label: 'People', sortable: true, numeric: true, show: ({ people }) => people },
  { name: 'state', label: 'State', show: ({ state }) => <State of={state} /> },
]

function State({ of }: { readonly of: Policy['state'] }) {
  if (of === 'on') return <Badge tone="good">On</Badge>
  if (of === 'watched') return <Badge tone="warn">Only watched</Badge>
  return <Badge>Off</Badge>
}

/** What there are many of. */
export function Lists() {
  const [sorting, setSorting] = useState<Sorting>({ by: 'people', descending: false })
  const sorted = policies.toSorted((a, b) => {
    const order = sorting.by === 'name' ? a.name.localeCompare(b.name) : a.people - b.people
    return sorting.descending ? -order : order
  })
  return (
    <>
      <Card title="Rows">
        <List label="Ways to sign in">
          <ListRow
            icon={<Fingerprint className="size-5" />}
            title="Work laptop"
            about="Added on 3 March 2026, last used today"
            badges={<Badge tone="good">Proven model</Badge>}
            actions={<Button size="small">Manage</Button>}
          />
          <ListRow
            icon={<Usb className="size-5" />}
            title="Blue key"
            about="Added on 1 February 2026"
            badges={<Badge tone="bad">Not usable at the moment</Badge>}
            actions={<Button size="small">Manage</Button>}
          />
        </List>
      </Card>
      <Card title="Table">
        <DataTable
          caption="Policies"
          columns={columns}
          rows={sorted}
          keyOf={({ name }) => name}
          sorting={sorting}
          onSort={setSorting}
          foot={<Button size="small">Show more</Button>}
        />
      </Card>
    </>
  )
}
