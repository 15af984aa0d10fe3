import { type Surface, surfaces } from '@latchkey/api/authenticator'
import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Modal, Skeleton, TextField } from '@latchkey/ui'
import { useQuery } from '@tanstack/react-query'
import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useSaid } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'

interface Settings {
  readonly leastVersions: Readonly<Record<Surface, string | null>>
}

const settingsKey = ['authenticator-settings']

/** Opens the oldest versions of the Authenticator that the organisation takes. */
export function VersionsButton() {
  const { devices, frame } = useSaid()
  const client = useClient()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({
    queryKey: settingsKey,
    queryFn: ({ signal }) => client.get<Settings>('/latchkey/authenticatorSettings', { signal }),
    enabled: open,
  })
  return (
    <>
      <Button icon={<SlidersHorizontal aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
        {devices.versions.open}
      </Button>
      {open && data !== undefined && <VersionsModal settings={data} onClose={() => setOpen(false)} />}
      {open && data === undefined && <Skeleton label={frame.loading} lines={1} />}
    </>
  )
}

function VersionsModal({ settings, onClose }: { readonly settings: Settings; onClose(): void }) {
  const { devices, frame } = useSaid()
  const { versions: text, surface: labels } = devices
  const client = useClient()
  const whyNot = useWhyNot('change the organisation')
  const [least, setLeast] = useState(settings.leastVersions)
  const save = useChange({
    does: async () => {
      await client.send('PATCH', '/latchkey/authenticatorSettings', { body: { leastVersions: least } })
      onClose()
    },
    refresh: [settingsKey],
    done: text.saved,
  })
  return (
    <Modal
      open
      title={text.title}
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
        {surfaces.map((surface) => (
          <TextField
            key={surface}
            label={labels[surface]}
            hint={text.hint}
            value={least[surface] ?? ''}
            onChange={({ target }) =>
              setLeast({ ...least, [surface]: target.value.trim() === '' ? null : target.value })
            }
          />
        ))}
      </div>
    </Modal>
  )
}
