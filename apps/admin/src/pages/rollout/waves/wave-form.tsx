import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, ChoiceField, Modal, TextField } from '@latchkey/ui'
import { useId, useState } from 'react'
import { type Choosable, ObjectPicker } from '../../../pickers/object-picker.tsx'
import { groupsSource } from '../../../pickers/sources.ts'
import { useSaidIn } from '../../../said.ts'
import { addDays, firstMoment, lastMoment, toDay, type Wave, wavesKey, wavesPath } from './wave.ts'

/** Plan a wave, or change one. */
export function WaveForm({
  wave,
  groups,
  onClose,
  onSaved,
}: {
  readonly wave?: Wave
  readonly groups: readonly Choosable[]
  onClose(): void
  onSaved(wave: Wave): void
}) {
  const { waves, frame, common } = useSaidIn('rollout')
  const { form: said } = waves
  const client = useClient()
  const id = useId()
  const [kind, setKind] = useState<Wave['kind']>(wave?.kind ?? 'registration')
  const [displayName, setName] = useState(wave?.displayName ?? '')
  const [chosen, setChosen] = useState(groups)
  const [first, setFirst] = useState(toDay(wave?.startDateTime ?? addDays(toDay(new Date()), 14)))
  const [last, setLast] = useState(toDay(wave?.endDateTime ?? addDays(toDay(new Date()), 28)))
  const save = useChange({
    does() {
      const plan = { displayName, groupIds: chosen.map((group) => group.id), endDateTime: lastMoment(last) }
      // What was not touched stays to the minute.
      const startDateTime =
        wave !== undefined && toDay(wave.startDateTime) === first ? wave.startDateTime : firstMoment(first)
      return wave === undefined
        ? client.send<Wave>('POST', wavesPath, { body: { ...plan, kind, startDateTime } })
        : client.send<Wave>('PATCH', `${wavesPath}/${wave.id}`, {
            body: { ...plan, startDateTime, version: wave.version },
          })
    },
    refresh: [wavesKey, ['groups'], ['rules']],
    done: frame.saved,
    after: onSaved,
  })
  return (
    <Modal
      open
      title={wave === undefined ? said.title : said.editTitle}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button
            look="primary"
            type="submit"
            form={id}
            busy={save.busy ? frame.saving : undefined}
            unavailable={chosen.length === 0 ? said.chooseGroups : undefined}
          >
            {frame.save}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="flex flex-col gap-5 px-1.5 py-1"
        onSubmit={(event) => {
          event.preventDefault()
          save.run()
        }}
      >
        {wave === undefined && (
          <ChoiceField
            label={said.kind}
            value={kind}
            options={[
              { value: 'registration', label: waves.kinds.registration, about: said.registrationAbout },
              { value: 'enforcement', label: waves.kinds.enforcement, about: said.enforcementAbout },
            ]}
            onChoose={(next: Wave['kind']) => setKind(next)}
          />
        )}
        <TextField
          label={said.name}
          required
          maxLength={100}
          value={displayName}
          onChange={({ target }) => setName(target.value)}
        />
        <ObjectPicker label={said.groups} source={groupsSource} chosen={chosen} onChange={setChosen} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={said.starts}
            type="date"
            required
            value={first}
            onChange={({ target }) => setFirst(target.value)}
          />
          <TextField
            label={said.ends}
            type="date"
            required
            min={first}
            value={last}
            onChange={({ target }) => setLast(target.value)}
          />
        </div>
        {kind === 'enforcement' && wave === undefined && <p className="text-sm text-soft">{said.makes}</p>}
        {save.problem !== null && <ProblemNotice problem={save.problem} />}
      </form>
    </Modal>
  )
}
