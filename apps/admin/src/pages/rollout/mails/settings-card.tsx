import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Card, CheckboxField, SelectField, TextField } from '@latchkey/ui'
import type { CampaignMailName } from '@latchkey/words/campaign'
import { useState } from 'react'
import { useSaidIn } from '../../../said.ts'
import { useWhyNot } from '../../../why-not.ts'
import { type MailSettings, mailsKey, mailsPath } from './mails.ts'

/** How fast and when mails are sent, and which of them. */
export function SettingsCard({ settings }: { readonly settings: MailSettings }) {
  const { rolloutMails, frame } = useSaidIn('rollout')
  const { settings: said, kinds } = rolloutMails
  const client = useClient()
  const unavailable = useWhyNot('change the methods policy')
  const [perMinute, setPerMinute] = useState(String(settings.perMinute))
  const [sendHour, setSendHour] = useState(settings.sendHour)
  const [timeZone, setTimeZone] = useState(settings.timeZone)
  const [off, setOff] = useState(settings.off)
  const rate = Number(perMinute)
  const isRight = Number.isInteger(rate) && rate >= 1 && rate <= 6000
  const changed =
    perMinute !== String(settings.perMinute) ||
    sendHour !== settings.sendHour ||
    timeZone !== settings.timeZone ||
    off.toSorted().join() !== settings.off.toSorted().join()
  const save = useChange({
    does: () =>
      client.send('PATCH', `${mailsPath}/settings`, {
        body: { perMinute: rate, sendHour, timeZone: timeZone.trim(), off },
      }),
    refresh: [mailsKey],
    done: frame.saved,
  })
  const names = Object.keys(kinds).filter((kind): kind is CampaignMailName => kind in kinds)
  return (
    <Card title={said.title}>
      <form
        noValidate
        className="flex max-w-2xl flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          if (isRight) save.run()
        }}
      >
        <TextField
          label={said.perMinute}
          hint={said.perMinuteHint}
          inputMode="numeric"
          value={perMinute}
          error={isRight ? undefined : said.wrongNumber}
          onChange={({ target }) => setPerMinute(target.value)}
        />
        <SelectField
          label={said.sendHour}
          value={String(sendHour)}
          options={Array.from({ length: 24 }, (_, hour) => ({
            value: String(hour),
            label: `${String(hour).padStart(2, '0')}:00`,
          }))}
          onChoose={(hour) => setSendHour(Number(hour))}
        />
        <TextField
          label={said.timeZone}
          hint={said.timeZoneHint}
          value={timeZone}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => setTimeZone(target.value)}
        />
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 font-semibold">{said.kinds}</legend>
          {names.map((kind) => (
            <CheckboxField
              key={kind}
              label={kinds[kind]}
              checked={!off.includes(kind)}
              onCheck={(sent) => setOff(sent ? off.filter((each) => each !== kind) : [...off, kind])}
            />
          ))}
        </fieldset>
        {save.problem && <ProblemNotice problem={save.problem} />}
        {changed && (
          <div>
            <Button
              type="submit"
              look="primary"
              busy={save.busy ? frame.saving : undefined}
              unavailable={unavailable}
            >
              {frame.save}
            </Button>
          </div>
        )}
      </form>
    </Card>
  )
}
