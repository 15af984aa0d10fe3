import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, CheckboxField, ChoiceField, Modal, TextField } from '@latchkey/ui'
import { useId, useState } from 'react'
import { useSaidIn } from '../../said.ts'
import type { LogName, LogStream, MadeLogStream, StreamFacts } from './log-stream.ts'

const everyLog: readonly LogName[] = ['signIns', 'audit']

const beginnings = { webhook: 'https://', syslog: 'syslog+tls://' } as const

/** Add a stream, or change one. */
export function StreamForm({
  stream,
  onClose,
  onSaved,
}: {
  readonly stream: LogStream | undefined
  onClose(): void
  onSaved(made: MadeLogStream): void
}) {
  const { logStreams, frame } = useSaidIn('records')
  const { form: said, kinds, logs: logNames } = logStreams
  const client = useClient()
  const id = useId()
  const [kind, setKind] = useState<LogStream['kind']>(stream?.kind ?? 'webhook')
  const [displayName, setName] = useState(stream?.displayName ?? '')
  const [address, setAddress] = useState(stream?.address ?? beginnings.webhook)
  const [logs, setLogs] = useState<readonly LogName[]>(stream?.logs ?? everyLog)
  const save = useChange({
    does: (body: StreamFacts) =>
      stream === undefined
        ? client.send<MadeLogStream>('POST', '/latchkey/logStreams', { body })
        : client.send<MadeLogStream>('PATCH', `/latchkey/logStreams/${stream.id}`, { body }),
    refresh: [['log streams'], ['home']],
    done: frame.saved,
    after(made) {
      onClose()
      onSaved(made)
    },
  })
  const choose = (next: LogStream['kind']) => {
    setKind(next)
    // What was typed stays, unless it is of the other kind.
    if (address.startsWith('syslog') !== (next === 'syslog')) setAddress(beginnings[next])
  }
  return (
    <Modal
      open
      title={stream === undefined ? said.addTitle : said.editTitle}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{frame.close}</Button>
          <Button
            look="primary"
            type="submit"
            form={id}
            busy={save.busy ? frame.saving : undefined}
            unavailable={logs.length === 0 ? said.chooseLogs : undefined}
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
          save.run({ displayName, address, logs })
        }}
      >
        <ChoiceField
          label={said.kind}
          columns={2}
          value={kind}
          options={[
            { value: 'webhook', label: kinds.webhook, about: said.webhookAbout },
            { value: 'syslog', label: kinds.syslog, about: said.syslogAbout },
          ]}
          onChoose={choose}
        />
        <TextField
          label={said.name}
          required
          maxLength={100}
          value={displayName}
          onChange={({ target }) => setName(target.value)}
        />
        <TextField
          label={said.address}
          hint={`${kind === 'webhook' ? said.webhookHint : said.syslogHint}. ${said.privateHint}`}
          required
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
          value={address}
          onChange={({ target }) => setAddress(target.value)}
        />
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 font-semibold">{said.logs}</legend>
          {everyLog.map((log) => (
            <CheckboxField
              key={log}
              label={logNames[log]}
              checked={logs.includes(log)}
              onCheck={(checked) => setLogs(checked ? [...logs, log] : logs.filter((each) => each !== log))}
            />
          ))}
        </fieldset>
        {save.problem !== null && <ProblemNotice problem={save.problem} />}
      </form>
    </Modal>
  )
}
