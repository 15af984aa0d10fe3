import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, CheckboxField, ChoiceField, Modal, Skeleton, TextArea, TextField } from '@latchkey/ui'
import { useQuery } from '@tanstack/react-query'
import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useSaid } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'

/** How requests for passes are decided. */
interface Settings {
  readonly open: boolean
  readonly approval: 'one' | 'two' | 'manager'
  readonly delayInMinutes: number
  readonly waitInDays: number
  readonly guardedMailDomains: readonly string[]
}

const settingsKey = ['pass-request-settings']
const approvals = ['one', 'two', 'manager'] as const

/** Opens the settings: who has to agree, and what else holds. */
export function SettingsButton() {
  const { requests, frame } = useSaid()
  const client = useClient()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({
    queryKey: settingsKey,
    queryFn: ({ signal }) => client.get<Settings>('/latchkey/passRequestSettings', { signal }),
    enabled: open,
  })
  return (
    <>
      <Button icon={<SlidersHorizontal aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
        {requests.settings.open}
      </Button>
      {open && data !== undefined && <SettingsModal settings={data} onClose={() => setOpen(false)} />}
      {open && data === undefined && <Skeleton label={frame.loading} lines={1} />}
    </>
  )
}

function SettingsModal({ settings, onClose }: { readonly settings: Settings; onClose(): void }) {
  const { requests, frame } = useSaid()
  const { settings: text } = requests
  const client = useClient()
  const whyNot = useWhyNot('change the organisation')
  const [takes, setTakes] = useState(settings.open)
  const [approval, setApproval] = useState(settings.approval)
  const [delay, setDelay] = useState(String(settings.delayInMinutes))
  const [wait, setWait] = useState(String(settings.waitInDays))
  const [guarded, setGuarded] = useState(settings.guardedMailDomains.join('\n'))
  const save = useChange({
    does: async () => {
      await client.send('PATCH', '/latchkey/passRequestSettings', {
        body: {
          open: takes,
          approval,
          delayInMinutes: Number(delay),
          waitInDays: Number(wait),
          guardedMailDomains: guarded.split(/\s+/).filter((each) => each !== ''),
        },
      })
      onClose()
    },
    refresh: [settingsKey, ['requests']],
    done: text.saved,
  })
  return (
    <Modal
      open
      title={text.open}
      lead={text.lead}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{frame.close}</Button>
          <Button
            look="primary"
            unavailable={whyNot}
            busy={save.busy ? frame.saving : undefined}
            onClick={() => save.run()}
          >
            {frame.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5 p-1">
        {save.problem !== null && <ProblemNotice problem={save.problem} />}
        <CheckboxField label={text.takes} checked={takes} onCheck={setTakes} />
        <ChoiceField
          label={text.approval}
          value={approval}
          options={approvals.map((value) => ({ value, ...text.approvals[value] }))}
          onChoose={(chosen) => setApproval(chosen)}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={text.delay}
            hint={text.delayHint}
            type="number"
            min={0}
            max={10_080}
            value={delay}
            onChange={({ target }) => setDelay(target.value)}
          />
          <TextField
            label={text.wait}
            type="number"
            min={1}
            max={30}
            value={wait}
            onChange={({ target }) => setWait(target.value)}
          />
        </div>
        <TextArea
          label={text.guarded}
          hint={text.guardedHint}
          rows={3}
          value={guarded}
          onChange={({ target }) => setGuarded(target.value)}
        />
      </div>
    </Modal>
  )
}
