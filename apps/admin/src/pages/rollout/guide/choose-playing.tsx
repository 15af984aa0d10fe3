import { Card, SelectField } from '@latchkey/ui'
import { type Language, languages } from '@latchkey/words'
import { type Choosable, ObjectPicker } from '../../../pickers/object-picker.tsx'
import { groupsSource } from '../../../pickers/sources.ts'
import { useSaidIn } from '../../../said.ts'
import { type Playing, playableDevices } from './guide.ts'

const accounts = ['existing', 'firstDay', 'newPhone'] as const satisfies readonly Playing['account'][]

/** Whose guide it is: what they hold, how they come, in which language, and which rules are theirs. */
export function ChoosePlaying({
  playing,
  groups,
  onChange,
  onGroups,
}: {
  readonly playing: Playing
  readonly groups: readonly Choosable[]
  onChange(playing: Playing): void
  onGroups(groups: readonly Choosable[]): void
}) {
  const { choose: said } = useSaidIn('rollout').rolloutGuide
  return (
    <Card title={said.title} lead={said.lead}>
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <SelectField
          label={said.device}
          value={playing.device}
          options={playableDevices.map((value) => ({ value, label: said.devices[value] }))}
          onChoose={(device) => onChange({ ...playing, device, way: '' })}
        />
        <SelectField
          label={said.account}
          value={playing.account}
          options={accounts.map((value) => ({ value, label: said.accounts[value] }))}
          onChoose={(account) => onChange({ ...playing, account, way: '' })}
        />
        <SelectField
          label={said.language}
          value={playing.language}
          options={languages.map((value) => ({ value, label: nameOf(value) }))}
          onChoose={(language) => onChange({ ...playing, language })}
        />
        <ObjectPicker label={said.groups} source={groupsSource} chosen={groups} onChange={onGroups} />
      </div>
    </Card>
  )
}

/** Each language by its own name. */
const nameOf = (language: Language) =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
