import type { SettingsPath, Step } from '@latchkey/guidance'
import { Notice, PageHead, type PhoneRow, PhoneScreen, TabSet } from '@latchkey/ui'
import type { PortalWords } from '@latchkey/words/portal'
import { useState } from 'react'
import { useSaid } from '../../said.ts'
import { Onward } from './onward.tsx'

/** Make an app the one that keeps passkeys: the way through the settings, in words and in pictures. */
export function MakeProviderStep({
  step,
  onNext,
}: {
  readonly step: Extract<Step, { readonly id: 'makeProvider' }>
  onNext(): void
}) {
  const { makeProvider: text } = useSaid().steps
  const { name, paths } = step
  const [shown, setShown] = useState(paths[0] ?? 'iOS18')
  return (
    <>
      <PageHead title={text.title({ name })} lead={text.lead({ name })} />
      <TabSet
        label={text.which}
        shown={shown}
        onShow={(next) => setShown(paths.find((path) => path === next) ?? shown)}
        tabs={paths.map((path) => ({
          name: path,
          label: text.paths[path],
          content: <Way path={path} name={name} />,
        }))}
      />
      <Onward onNext={onNext}>{text.done}</Onward>
    </>
  )
}

function Way({ path, name }: { readonly path: SettingsPath; readonly name: string }) {
  const { makeProvider: text } = useSaid().steps
  return (
    <div className="flex flex-col gap-6">
      {path === 'iOS17' && (
        <Notice tone="warn" title={text.onlyOne}>
          {text.onlyOneHint({ name })}
        </Notice>
      )}
      <ol className="flex max-w-xl list-decimal flex-col gap-2 pl-5 text-lg marker:font-bold marker:text-accent">
        {listWays(text, path, name).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-5">
        {listScreens(text, path, name).map((screen) => (
          <PhoneScreen
            key={screen.title}
            title={screen.title}
            rows={screen.rows}
            others={screen.others}
            label={text.picture({ path: [screen.title, ...marked(screen.rows)].join(', ') })}
          />
        ))}
      </div>
    </div>
  )
}

function marked(rows: readonly PhoneRow[]): readonly string[] {
  return rows.filter((row) => row.marked).map(({ label }) => label)
}

type Text = PortalWords['steps']['makeProvider']

function listWays({ ways }: Text, path: SettingsPath, name: string): readonly string[] {
  switch (path) {
    case 'iOS18':
      return [ways.iOS18.first, ways.iOS18.second({ name }), ways.iOS18.third({ name })]
    case 'iOS17':
      return [ways.iOS17.first, ways.iOS17.second, ways.iOS17.third({ name })]
    case 'android':
      return [ways.android.first, ways.android.second({ name }), ways.android.third]
    case 'samsung':
      return [ways.samsung.first, ways.samsung.second, ways.samsung.third({ name })]
  }
}

interface Screen {
  readonly title: string
  readonly rows: readonly PhoneRow[]
  readonly others: { readonly before: number; readonly after: number }
}

const around = { before: 2, after: 2 }
const alone = { before: 0, after: 0 }

const opens = (label: string): PhoneRow => ({ label, control: 'opens', marked: true })

/** The pages of the settings on that way, with the line to look for marked. */
function listScreens({ labels }: Text, path: SettingsPath, name: string): readonly Screen[] {
  const on: PhoneRow = { label: name, control: 'on', marked: true }
  const chosen: PhoneRow = { label: name, control: 'chosen', marked: true }
  switch (path) {
    case 'iOS18':
      return [
        { title: labels.settings, rows: [opens(labels.general)], others: around },
        { title: labels.general, rows: [opens(labels.autofill)], others: around },
        {
          title: labels.autofill,
          rows: [
            { label: labels.autofillPasskeys, control: 'on' },
            on,
            { label: labels.setUpCodes, control: 'opens' },
            chosen,
          ],
          others: alone,
        },
      ]
    case 'iOS17':
      return [
        { title: labels.settings, rows: [opens(labels.passwords)], others: around },
        { title: labels.passwords, rows: [opens(labels.passwordOptions)], others: around },
        {
          title: labels.passwordOptions,
          rows: [
            { label: labels.autofillPasskeys, control: 'on', marked: true },
            { label: labels.useFrom, control: 'opens' },
            chosen,
          ],
          others: alone,
        },
      ]
    case 'android':
      return [
        { title: labels.settings, rows: [opens(labels.passwordsAccounts)], others: around },
        {
          title: labels.passwordsAccounts,
          rows: [{ label: labels.additional, control: 'opens' }, on],
          others: alone,
        },
      ]
    case 'samsung':
      return [
        { title: labels.settings, rows: [opens(labels.generalManagement)], others: around },
        { title: labels.generalManagement, rows: [opens(labels.samsungPasswords)], others: around },
        {
          title: labels.samsungPasswords,
          rows: [{ label: labels.preferred, control: 'opens' }, chosen],
          others: alone,
        },
      ]
  }
}
