import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Modal, SelectField, TextField } from '@latchkey/ui'
import { useState } from 'react'
import { type Choosable, ObjectPicker } from '../../../pickers/object-picker.tsx'
import { groupsSource } from '../../../pickers/sources.ts'
import { useSaidIn } from '../../../said.ts'
import type { DeviceName, Pilot } from './pilot.ts'

const fleet = [
  'samsung',
  'pixel',
  'android',
  'iphone',
  'ipad',
  'windows',
  'mac',
  'linux',
  'chromebook',
] as const satisfies readonly DeviceName[]

type Part = 'needed' | 'waived' | 'out'

/** Who is in the pilot, and with which devices somebody has to go through. */
export function PilotForm({ pilot, onClose }: { readonly pilot: Pilot; onClose(): void }) {
  const { campaign, frame, rolloutNumbers } = useSaidIn('rollout')
  const said = campaign.pilot
  const client = useClient()
  const [groups, setGroups] = useState<readonly Choosable[]>(
    pilot.groupId === null ? [] : [{ id: pilot.groupId, name: pilot.groupDisplayName ?? pilot.groupId }],
  )
  const [parts, setParts] = useState<Readonly<Partial<Record<DeviceName, Part>>>>(
    Object.fromEntries(
      pilot.devices.map(({ device, waivedBecause }) => [
        device,
        waivedBecause === null ? 'needed' : 'waived',
      ]),
    ),
  )
  const [reasons, setReasons] = useState<Readonly<Partial<Record<DeviceName, string>>>>(
    Object.fromEntries(pilot.devices.map(({ device, waivedBecause }) => [device, waivedBecause ?? ''])),
  )
  const [group] = groups
  const chosen = fleet.filter((device) => (parts[device] ?? 'out') !== 'out')
  const unsaid = chosen.some((device) => parts[device] === 'waived' && !reasons[device]?.trim())
  const save = useChange({
    does: () =>
      client.send('PATCH', '/latchkey/rollout/pilot', {
        body: {
          groupId: group?.id,
          devices: chosen.map((device) => ({
            device,
            waivedBecause: parts[device] === 'waived' ? reasons[device] : null,
          })),
        },
      }),
    refresh: [['pilot']],
    done: said.saved,
    after: onClose,
  })
  const options = [
    { value: 'needed', label: said.needed },
    { value: 'waived', label: said.waive },
    { value: 'out', label: said.notNeeded },
  ] as const
  return (
    <Modal
      open
      title={pilot.groupId === null ? said.setUp : said.edit}
      lead={said.lead}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{frame.close}</Button>
          <Button
            look="primary"
            busy={save.busy ? frame.saving : undefined}
            unavailable={group === undefined ? said.oneGroup : unsaid ? said.reason : undefined}
            onClick={() => save.run()}
          >
            {frame.save}
          </Button>
        </>
      }
    >
      <div className="flex min-h-72 flex-col gap-5 p-1">
        <ObjectPicker
          label={said.group}
          source={groupsSource}
          chosen={groups}
          onChange={(next) => setGroups(next.slice(-1))}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          {fleet.map((device) => (
            <div key={device} className="flex flex-col gap-2">
              <SelectField<Part>
                label={rolloutNumbers.devices[device]}
                value={parts[device] ?? 'out'}
                options={options}
                onChoose={(part) => setParts({ ...parts, [device]: part })}
              />
              {parts[device] === 'waived' && (
                <TextField
                  label={said.reason}
                  hint={said.reasonHint}
                  maxLength={500}
                  value={reasons[device] ?? ''}
                  onChange={({ target }) => setReasons({ ...reasons, [device]: target.value })}
                />
              )}
            </div>
          ))}
        </div>
        {save.problem && <ProblemNotice problem={save.problem} />}
      </div>
    </Modal>
  )
}
