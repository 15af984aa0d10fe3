import { CheckboxField, TextField } from '@latchkey/ui'
import { useState } from 'react'
import { useSaidIn } from '../../said.ts'
import type { OrganisationSettings } from './organisation.ts'
import { SettingsForm } from './settings-form.tsx'

/** How long people stay signed in. */
export function SessionsCard({ settings: { sessions } }: { readonly settings: OrganisationSettings }) {
  const { sessions: said } = useSaidIn('organisation').settings
  const [hours, setHours] = useState(String(sessions.sessionInMinutes / 60))
  const [days, setDays] = useState(String(sessions.staySignedInDays))
  const [offer, setOffer] = useState(sessions.offerStaySignedIn)
  const [tried, setTried] = useState(false)
  const hoursRight = isWithin(Number(hours), 1, 168)
  const daysRight = isWithin(Number(days), 1, 365) && Number.isInteger(Number(days))
  const next = {
    sessionInMinutes: Math.round(Number(hours) * 60),
    staySignedInDays: Number(days),
    offerStaySignedIn: offer,
  }
  const differs =
    next.sessionInMinutes !== sessions.sessionInMinutes ||
    next.staySignedInDays !== sessions.staySignedInDays ||
    offer !== sessions.offerStaySignedIn
  return (
    <SettingsForm
      title={said.title}
      lead={said.lead}
      change={differs ? { sessions: next } : undefined}
      isRight={() => {
        setTried(true)
        return hoursRight && daysRight
      }}
    >
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <TextField
          label={said.hours}
          error={tried && !hoursRight ? said.hoursWrong : undefined}
          inputMode="decimal"
          value={hours}
          onChange={({ target }) => setHours(target.value)}
        />
        <TextField
          label={said.days}
          error={tried && !daysRight ? said.daysWrong : undefined}
          inputMode="numeric"
          value={days}
          onChange={({ target }) => setDays(target.value)}
        />
      </div>
      <CheckboxField label={said.offer} checked={offer} onCheck={setOffer} />
    </SettingsForm>
  )
}

function isWithin(value: number, least: number, most: number): boolean {
  return value >= least && value <= most
}
