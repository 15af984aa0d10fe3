import { TextField } from '@latchkey/ui'
import { useState } from 'react'
import { useSaidIn } from '../../said.ts'
import type { OrganisationSettings } from './organisation.ts'
import { SettingsForm } from './settings-form.tsx'

const patterns = {
  mail: /^[^\s@]+@[^\s@]+$/,
  phone: /^\+?[0-9][0-9 ()/.-]{2,38}[0-9]$/,
  url: /^https:\/\/\S+$/,
}

/** How people reach the help desk. */
export function HelpDeskCard({ settings: { helpDesk } }: { readonly settings: OrganisationSettings }) {
  const { helpDesk: said } = useSaidIn('organisation').settings
  const [entered, setEntered] = useState({
    text: helpDesk.text,
    mail: helpDesk.mail ?? '',
    phone: helpDesk.phone ?? '',
    url: helpDesk.url ?? '',
  })
  const [tried, setTried] = useState(false)
  const isWrong = (name: keyof typeof patterns) =>
    entered[name].trim() !== '' && !patterns[name].test(entered[name].trim())
  const kept = {
    ...helpDesk,
    mail: helpDesk.mail ?? '',
    phone: helpDesk.phone ?? '',
    url: helpDesk.url ?? '',
  }
  const names = ['text', 'mail', 'phone', 'url'] as const
  const differs = names.some((name) => entered[name].trim() !== kept[name])
  const way = (name: keyof typeof patterns, type: 'email' | 'tel' | 'url', hint?: string) => (
    <TextField
      label={said[name]}
      {...(hint !== undefined && { hint })}
      error={tried && isWrong(name) ? said.wrong[name] : undefined}
      type={type}
      autoComplete="off"
      value={entered[name]}
      onChange={({ target }) => setEntered({ ...entered, [name]: target.value })}
    />
  )
  return (
    <SettingsForm
      title={said.title}
      lead={said.lead}
      change={differs ? { helpDesk: toHelpDesk(entered) } : undefined}
      isRight={() => {
        setTried(true)
        return !(isWrong('mail') || isWrong('phone') || isWrong('url'))
      }}
    >
      <TextField
        label={said.text}
        hint={said.textHint}
        maxLength={200}
        value={entered.text}
        onChange={({ target }) => setEntered({ ...entered, text: target.value })}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        {way('phone', 'tel')}
        {way('mail', 'email')}
      </div>
      {way('url', 'url', said.urlHint)}
    </SettingsForm>
  )
}

function toHelpDesk(entered: { text: string; mail: string; phone: string; url: string }) {
  const orNone = (text: string) => (text.trim() === '' ? null : text.trim())
  return {
    text: entered.text.trim(),
    mail: orNone(entered.mail),
    phone: orNone(entered.phone),
    url: orNone(entered.url),
  }
}
